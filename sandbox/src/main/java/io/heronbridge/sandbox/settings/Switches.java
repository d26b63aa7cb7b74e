package io.heronbridge.sandbox.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * Named values with a default and a rule each; a change with any unknown or wrong part is refused
 * whole.
 */
public final class Switches {
  private final Map<String, Switch> declared = new LinkedHashMap<>();
  private final Map<String, JsonElement> changed = new ConcurrentHashMap<>();

  private record Switch(
      JsonElement standard, Predicate<JsonElement> rule, String expected, List<String> words) {}

  /** One of several words; the first is the default. */
  public Switches choice(String name, String... words) {
    List<String> allowed = List.of(words);
    Predicate<JsonElement> rule =
        value -> Json.isText(value) && allowed.contains(value.getAsString());
    String expected = "one of " + String.join(", ", allowed);
    return declare(name, new Switch(Json.element(words[0]), rule, expected, allowed));
  }

  /** A web address, or nothing, which is the default. */
  public Switches address(String name) {
    return declare(
        name,
        "",
        value -> Json.isText(value) && value.getAsString().matches("(https?://[^\\s/]+\\S*)?"),
        "a http or https URL, or empty");
  }

  public Switches flag(String name, boolean standard) {
    return declare(name, standard, Json::isFlag, "true or false");
  }

  /** A whole number, zero or more. */
  public Switches number(String name, long standard) {
    return declare(name, standard, Switches::isCount, "a whole number, zero or more");
  }

  public Switches numbers(String name, List<Long> standard) {
    return declare(
        name,
        standard,
        value -> value.isJsonArray() && all(value.getAsJsonArray(), Switches::isCount),
        "a list of whole numbers, zero or more");
  }

  public Switches texts(String name, List<String> standard) {
    return declare(
        name,
        standard,
        value -> value.isJsonArray() && all(value.getAsJsonArray(), Json::isText),
        "a list of strings");
  }

  private static boolean isCount(JsonElement value) {
    return Json.isNumber(value) && value.getAsString().matches("[0-9]{1,15}");
  }

  private static boolean all(JsonArray values, Predicate<JsonElement> rule) {
    return StreamSupport.stream(values.spliterator(), false).allMatch(rule);
  }

  private Switches declare(
      String name, Object standard, Predicate<JsonElement> rule, String expected) {
    List<String> words = standard instanceof Boolean ? List.of("false", "true") : List.of();
    return declare(name, new Switch(Json.element(standard), rule, expected, words));
  }

  private Switches declare(String name, Switch value) {
    declared.put(name, value);
    return this;
  }

  public Switches set(String name, Object value) {
    apply(Json.object(name, value));
    return this;
  }

  /** Changes the named switches. */
  public void apply(JsonObject changes) {
    changes.entrySet().forEach(change -> check(change.getKey(), change.getValue()));
    changes.entrySet().forEach(change -> changed.put(change.getKey(), change.getValue()));
  }

  private void check(String name, JsonElement value) {
    Switch known = declared.get(name);
    if (known == null) {
      throw new IllegalArgumentException(
          "unknown setting %s; known are %s".formatted(name, declared.keySet()));
    }
    if (!known.rule().test(value)) {
      throw new IllegalArgumentException("%s must be %s".formatted(name, known.expected()));
    }
  }

  /** Back to the defaults. */
  public void reset() {
    changed.clear();
  }

  public JsonElement value(String name) {
    return changed.getOrDefault(name, declared.get(name).standard());
  }

  public String text(String name) {
    return value(name).getAsString();
  }

  public boolean on(String name) {
    return value(name).getAsBoolean();
  }

  public long number(String name) {
    return value(name).getAsLong();
  }

  public List<String> list(String name) {
    return StreamSupport.stream(value(name).getAsJsonArray().spliterator(), false)
        .map(JsonElement::getAsString)
        .toList();
  }

  /** The names of all switches, in the order in which they were declared. */
  public List<String> names() {
    return List.copyOf(declared.keySet());
  }

  /** The words that a switch can be set to; empty where any number or text will do. */
  public List<String> words(String name) {
    return declared.get(name).words();
  }

  /** What a switch may be set to, in words. */
  public String expected(String name) {
    return declared.get(name).expected();
  }

  /** Those that differ from their default, or were set to it. */
  public JsonObject changes() {
    JsonObject json = new JsonObject();
    changed.forEach(json::add);
    return json;
  }

  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    declared.keySet().forEach(name -> json.add(name, value(name)));
    return json;
  }
}
