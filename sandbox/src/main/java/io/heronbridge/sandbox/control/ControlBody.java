package io.heronbridge.sandbox.control;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;

/** Reads what a control call brings. */
final class ControlBody {
  private ControlBody() {}

  static JsonObject of(Request request) {
    return request
        .json()
        .orElseThrow(() -> new IllegalArgumentException("the body must be a JSON object"));
  }

  static String text(JsonObject body, String name) {
    return Json.text(body, name)
        .orElseThrow(() -> new IllegalArgumentException(name + " must be a string"));
  }

  static JsonObject objectOrEmpty(JsonObject body, String name) {
    return Json.has(body, name) ? body.getAsJsonObject(name) : new JsonObject();
  }
}
