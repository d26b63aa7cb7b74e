package io.heronbridge.integration.callback;

import io.heronbridge.integration.itemstate.WebhookJson;
import io.heronbridge.persistence.callback.CallbackFacts;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Reads a callback leniently: Heron publishes neither its fields nor which of them are there. */
final class CallbackNews {
  /** The one topic that is about links. */
  private static final String ERRORING = "integration_link.erroring";

  private static final int LONGEST = 300;

  private CallbackNews() {}

  static CallbackFacts in(byte[] body) {
    JsonObject json = WebhookJson.of(body);
    JsonObject data =
        json.get("data") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    return new CallbackFacts(text(json, "topic"), text(data, "item_id"), text(data, "end_user_id"));
  }

  /** Whether links may look different at Heron now. */
  static boolean speaksOfLinks(CallbackFacts facts) {
    return facts.topic().filter(ERRORING::equals).isPresent();
  }

  /** Null when it is absent, or nothing that a name or id could be. */
  private static String text(JsonObject object, String name) {
    if (!(object.get(name) instanceof JsonString string)) {
      return null;
    }
    String text = string.getString();
    boolean sensible =
        !text.isBlank()
            && text.length() <= LONGEST
            && text.chars().noneMatch(Character::isISOControl);
    return sensible ? text : null;
  }
}
