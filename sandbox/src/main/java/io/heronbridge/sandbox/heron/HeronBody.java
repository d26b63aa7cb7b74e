package io.heronbridge.sandbox.heron;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The body of a call to Heron, read with Heron's messages. */
final class HeronBody {
  private final JsonObject json;

  private HeronBody(JsonObject json) {
    this.json = json;
  }

  static HeronBody of(Request request) {
    return new HeronBody(
        request
            .json()
            .orElseThrow(() -> HeronRefusal.of(400, "The body is not a valid JSON object")));
  }

  HeronBody inside(String name) {
    if (!Json.has(json, name)) {
      throw HeronRefusal.field(name, "Missing data for required field.");
    }
    if (!json.get(name).isJsonObject()) {
      throw HeronRefusal.field(name, "Not a valid mapping type.");
    }
    return new HeronBody(json.getAsJsonObject(name));
  }

  boolean has(String name) {
    return Json.has(json, name);
  }

  JsonObject fields() {
    return json;
  }

  String text(String name) {
    if (!json.has(name)) {
      throw HeronRefusal.field(name, "Missing data for required field.");
    }
    if (json.get(name).isJsonNull()) {
      throw HeronRefusal.field(name, "Field may not be null.");
    }
    return Json.text(json, name).orElseThrow(() -> HeronRefusal.field(name, "Not a valid string."));
  }

  /** Names every missing field at once, as Heron's validation does. */
  HeronBody requireTexts(List<String> names) {
    JsonObject problems = new JsonObject();
    for (String name : names) {
      if (!json.has(name)) {
        problems.add(name, Json.element(List.of("Missing data for required field.")));
      }
    }
    if (!problems.isEmpty()) {
      throw HeronRefusal.fields(problems);
    }
    return this;
  }

  String textOr(String name, String otherwise) {
    return Json.has(json, name) ? text(name) : otherwise;
  }

  void allowOnly(Set<String> names) {
    Set<String> unknown = new HashSet<>(json.keySet());
    unknown.removeAll(names);
    if (!unknown.isEmpty()) {
      throw HeronRefusal.field(unknown.iterator().next(), "Unknown field.");
    }
  }
}
