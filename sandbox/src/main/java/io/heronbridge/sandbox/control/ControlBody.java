package io.heronbridge.sandbox.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads what a control call brings. */
final class ControlBody {
  private ControlBody() {}

  static JsonObject of(Request request) {
    return request
        .json()
        .orElseThrow(() -> new IllegalArgumentException("the body must be a JSON object"));
  }

  /** As above, but a call that brings nothing is taken too. */
  static JsonObject orEmpty(Request request) {
    return request.body().length == 0 ? new JsonObject() : of(request);
  }

  static boolean flag(JsonObject body, String name, boolean otherwise) {
    if (!Json.has(body, name)) {
      return otherwise;
    }
    if (!Json.isFlag(body.get(name))) {
      throw new IllegalArgumentException(name + " must be true or false");
    }
    return body.get(name).getAsBoolean();
  }

  static long number(JsonObject body, String name, long otherwise) {
    if (!Json.has(body, name)) {
      return otherwise;
    }
    if (!Json.isNumber(body.get(name)) || !body.get(name).getAsString().matches("-?[0-9]{1,12}")) {
      throw new IllegalArgumentException(name + " must be a whole number");
    }
    return body.get(name).getAsLong();
  }

  static List<String> texts(JsonObject body, String name) {
    if (!body.get(name).isJsonArray()) {
      throw new IllegalArgumentException(name + " must be a list of strings");
    }
    return StreamSupport.stream(body.getAsJsonArray(name).spliterator(), false)
        .map(JsonElement::getAsString)
        .toList();
  }

  static String text(JsonObject body, String name) {
    return Json.text(body, name)
        .orElseThrow(() -> new IllegalArgumentException(name + " must be a string"));
  }

  static JsonObject objectOrEmpty(JsonObject body, String name) {
    return Json.has(body, name) ? body.getAsJsonObject(name) : new JsonObject();
  }
}
