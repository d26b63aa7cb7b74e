package io.heronbridge.portal.api;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An answer as it is kept to be given again.
 *
 * @param headers those a caller may need
 * @param body JSON, or nothing
 */
record KeptAnswer(int status, Map<String, String> headers, String body) {
  static final String REPLAYED = "Idempotent-Replayed";

  private static final List<String> NEEDED =
      List.of("Content-Type", "Location", "ETag", "Cache-Control");

  /**
   * The request was not understood, not allowed, or at odds with the state of things, which may be
   * otherwise soon. Nothing was begun, so it may be tried anew without being done twice.
   */
  private static final Set<Integer> NOTHING_BEGUN = Set.of(400, 401, 403, 409, 415, 429);

  private static final int OUR_FAULT = 500;

  static KeptAnswer of(int status, MultivaluedMap<String, Object> headers, byte[] body) {
    Map<String, String> needed = new TreeMap<>();
    for (String name : NEEDED) {
      Object value = headers.getFirst(name);
      if (value != null) {
        needed.put(name, value.toString());
      }
    }
    return new KeptAnswer(status, needed, new String(body, UTF_8));
  }

  /** Whether the same call shall get the same answer; otherwise it may be tried anew. */
  boolean isFinal() {
    return status < OUR_FAULT && !NOTHING_BEGUN.contains(status);
  }

  byte[] bytes() {
    JsonObjectBuilder named = JSON.createObjectBuilder();
    headers.forEach(named::add);
    return JSON.createObjectBuilder()
        .add("status", status)
        .add("headers", named)
        .add("body", body)
        .build()
        .toString()
        .getBytes(UTF_8);
  }

  static KeptAnswer read(byte[] bytes) {
    try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(bytes))) {
      JsonObject json = reader.readObject();
      Map<String, String> headers = new TreeMap<>();
      json.getJsonObject("headers")
          .forEach((name, value) -> headers.put(name, ((JsonString) value).getString()));
      return new KeptAnswer(json.getInt("status"), headers, json.getString("body"));
    }
  }

  Response again() {
    Response.ResponseBuilder response = Response.status(status).header(REPLAYED, "true");
    headers.forEach(response::header);
    return body.isEmpty() ? response.build() : response.entity(body).build();
  }
}
