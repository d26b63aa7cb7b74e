package io.heronbridge.sandbox.control;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a posted form as they were typed. */
record Form(Map<String, String> fields) {

  static Form of(Request request) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : request.bodyText().split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        fields.put(decode(parts[0]), decode(parts[1]).trim());
      }
    }
    return new Form(fields);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** What was typed; nothing when the field was left empty. */
  Optional<String> value(String name) {
    return Optional.ofNullable(fields.get(name)).filter(text -> !text.isEmpty());
  }

  boolean isTicked(String name) {
    return fields.containsKey(name);
  }

  /** Copies the named fields into the order as they are, where they were filled in. */
  void copy(JsonObject order, String... names) {
    for (String name : names) {
      value(name).ifPresent(text -> order.addProperty(name, text));
    }
  }

  /** Copies a field that must be a whole number. */
  void copyNumber(JsonObject order, String name) {
    value(name)
        .ifPresent(
            text -> {
              if (!text.matches("-?[0-9]{1,12}")) {
                throw new IllegalArgumentException(name + " must be a whole number");
              }
              order.addProperty(name, Long.parseLong(text));
            });
  }
}
