package io.heronbridge.sandbox.fault;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happens to a request that a rule has picked. */
public record FaultEffect(
    FaultType type,
    int status,
    String body,
    Map<String, String> headers,
    Duration delay,
    boolean performs) {
  private static final Duration LONGEST = Duration.ofSeconds(120);
  private static final String PAGE =
      "<!DOCTYPE html><title>Bad gateway</title><h1>Bad gateway</h1><p>From the fault plan.</p>";

  public FaultEffect {
    delay = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    headers = Map.copyOf(headers);
  }

  /** The effect with its usual values. */
  public static FaultEffect of(FaultType type) {
    Duration delay = type == FaultType.STALL ? LONGEST : Duration.ZERO;
    return new FaultEffect(type, usualStatus(type), "", Map.of(), delay, type.performs());
  }

  /** Answered with this status and body, nothing done. */
  public static FaultEffect status(int status, String body) {
    return new FaultEffect(FaultType.STATUS, status, body, Map.of(), Duration.ZERO, false);
  }

  public static FaultEffect delay(Duration delay) {
    return of(FaultType.DELAY).after(delay);
  }

  public FaultEffect after(Duration wait) {
    return new FaultEffect(type, status, body, headers, wait, performs);
  }

  public FaultEffect withHeaders(Map<String, String> values) {
    return new FaultEffect(type, status, body, values, delay, performs);
  }

  private static int usualStatus(FaultType type) {
    return switch (type) {
      case HTML -> 502;
      case STATUS -> 500;
      default -> 200;
    };
  }

  static FaultEffect parse(JsonObject json) {
    JsonFields.allow(json, "type", "status", "body", "headers", "delay_ms", "performed");
    FaultType type = FaultType.of(JsonFields.text(json, "type"));
    FaultEffect usual = of(type);
    Map<String, String> headers = new LinkedHashMap<>();
    if (Json.has(json, "headers")) {
      json.getAsJsonObject("headers")
          .entrySet()
          .forEach(entry -> headers.put(entry.getKey(), entry.getValue().getAsString()));
    }
    return new FaultEffect(
        type,
        Json.has(json, "status") ? json.get("status").getAsInt() : usual.status(),
        Json.has(json, "body") ? asText(json.get("body")) : "",
        headers,
        Json.has(json, "delay_ms")
            ? Duration.ofMillis(json.get("delay_ms").getAsLong())
            : usual.delay(),
        Json.has(json, "performed") ? json.get("performed").getAsBoolean() : usual.performs());
  }

  private static String asText(JsonElement body) {
    return Json.isText(body)
        ? body.getAsString()
        : new String(Json.bytes(body), StandardCharsets.UTF_8);
  }

  /** The answer of this effect's own, for those that do not pass on the true one. */
  Answer answer() {
    return switch (type) {
      case HTML -> Answer.text(status, "text/html", body.isEmpty() ? PAGE : body).with(headers);
      case GARBAGE ->
          Answer.text(status, "application/json", body.isEmpty() ? "{\"link\": <%!\u0001" : body)
              .with(headers);
      case EMPTY -> Answer.empty(status).with(headers);
      default -> Answer.text(status, "application/json", body).with(headers);
    };
  }

  JsonObject toJson() {
    return Json.object(
        "type", type.word(),
        "status", status,
        "body", body,
        "headers", headers,
        "delay_ms", delay.toMillis(),
        "performed", performs);
  }
}
