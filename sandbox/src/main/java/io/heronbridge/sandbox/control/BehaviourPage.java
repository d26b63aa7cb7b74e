package io.heronbridge.sandbox.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.heron.HeronSettings;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.settings.Switches;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How one of the two services behaves: its condition and its switches. */
final class BehaviourPage {
  private static final String PRESENT = " aria-current=\"page\"";
  private final ControlState state;

  BehaviourPage(ControlState state) {
    this.state = state;
  }

  String show(String service, String done, String problem) {
    Condition present = ConditionControl.present(state.faults(), service);
    boolean isHeron = service.equals("heron");
    return Template.of("behaviour.html")
        .put("service", service)
        .put("name", service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1))
        .putMarkup("heron_mark", isHeron ? PRESENT : "")
        .putMarkup("plaid_mark", isHeron ? "" : PRESENT)
        .putMarkup("notice", Markup.notice(done, problem))
        .put("condition", present.word().replace('_', ' '))
        .putMarkup(
            "conditions",
            Stream.of(Condition.values())
                .map(
                    condition ->
                        Markup.button(
                            "condition",
                            condition.word(),
                            condition.label(),
                            condition == present && present != Condition.NORMAL))
                .collect(Collectors.joining()))
        .putMarkup("checks", isHeron ? checks() : "")
        .putMarkup("settings", settings(switches(service)))
        .fill();
  }

  private Switches switches(String service) {
    return service.equals("heron")
        ? state.heron().settings().switches()
        : state.plaid().settings().switches();
  }

  private String checks() {
    Switches switches = state.heron().settings().switches();
    String present = switches.text(HeronSettings.WEBHOOK_CHECK);
    return Template.of("behaviour-checks.html")
        .put("present", present)
        .put("callback_url", switches.text(HeronSettings.CALLBACK_URL))
        .putMarkup(
            "buttons",
            Markup.button(
                    HeronSettings.WEBHOOK_CHECK,
                    "strict",
                    "Check signature and five minutes",
                    present.equals("strict"))
                + Markup.button(
                    HeronSettings.WEBHOOK_CHECK,
                    "lenient",
                    "Take every webhook",
                    present.equals("lenient")))
        .fill();
  }

  private static String settings(Switches switches) {
    return switches.names().stream()
        .map(name -> setting(name, switches))
        .collect(Collectors.joining());
  }

  private static String setting(String name, Switches switches) {
    String value = text(switches.value(name));
    String input =
        switches.words(name).isEmpty()
            ? "<input id=\"{{name}}\" name=\"{{name}}\" value=\"{{value}}\" {{spell}}>"
            : "<select id=\"{{name}}\" name=\"{{name}}\">{{options}}</select>";
    return Template.inline(
            "<div class=\"field\"><label for=\"{{name}}\">{{name}}</label>" + input + "</div>")
        .put("name", name)
        .put("value", value)
        .putMarkup("spell", "autocomplete=\"off\" spellcheck=\"false\"")
        .putMarkup("options", Markup.options(switches.words(name), value))
        .fill();
  }

  private static String text(JsonElement value) {
    return Json.isText(value) ? value.getAsString() : value.toString();
  }

  /** The settings that the form changes; what it leaves as it is stays out. */
  JsonObject changes(String service, Form form) {
    Switches switches = switches(service);
    JsonObject changes = new JsonObject();
    for (String name : switches.names()) {
      if (form.fields().containsKey(name)
          && !text(switches.value(name)).equals(form.fields().get(name))) {
        changes.add(name, typed(form.fields().get(name), switches.value(name)));
      }
    }
    return changes;
  }

  /** What was typed, as a value of the same kind as the present one. */
  private static JsonElement typed(String text, JsonElement present) {
    if (Json.isText(present)) {
      return Json.element(text);
    }
    JsonObject read = Json.parseObject("{\"value\": " + text + "}").orElseGet(JsonObject::new);
    return read.has("value") ? read.get("value") : Json.element(text);
  }
}
