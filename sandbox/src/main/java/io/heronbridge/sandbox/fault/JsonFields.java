package io.heronbridge.sandbox.fault;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.List;

/** Reads the fields of a rule and names the one that is wrong. */
final class JsonFields {
  private JsonFields() {}

  static void allow(JsonObject json, String... names) {
    List<String> known = List.of(names);
    for (String name : json.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("unknown field %s; known are %s".formatted(name, known));
      }
    }
  }

  static String text(JsonObject json, String name) {
    return Json.text(json, name)
        .orElseThrow(() -> new IllegalArgumentException(name + " must be a string"));
  }

  static String textOr(JsonObject json, String name, String otherwise) {
    return Json.has(json, name) ? text(json, name) : otherwise;
  }

  static JsonObject object(JsonObject json, String name) {
    if (!Json.has(json, name) || !json.get(name).isJsonObject()) {
      throw new IllegalArgumentException(name + " must be an object");
    }
    return json.getAsJsonObject(name);
  }
}
