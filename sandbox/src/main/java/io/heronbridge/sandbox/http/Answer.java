package io.heronbridge.sandbox.http;

import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back: status, headers, body. */
public record Answer(int status, Map<String, String> headers, byte[] body) {

  public static Answer json(int status, JsonElement body) {
    return new Answer(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
  }

  public static Answer text(int status, String contentType, String body) {
    return new Answer(
        status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0]);
  }

  /** A refusal in the sandbox's own voice, for paths that imitate nobody. */
  public static Answer refusal(int status, String message) {
    return json(status, Json.object("error", message));
  }

  public Answer with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, body);
  }

  public Answer with(String name, String value) {
    return with(Map.of(name, value));
  }
}
