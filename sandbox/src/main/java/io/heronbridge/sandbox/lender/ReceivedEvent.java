package io.heronbridge.sandbox.lender;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import java.time.Instant;
import java.util.Optional;

/**
 * One event as it came.
 *
 * @param signatures how many signatures stood in the header
 */
public record ReceivedEvent(Instant at, Request request, boolean isVerified, int signatures) {

  /** What stays the same in every attempt. */
  public String id() {
    return request.header("webhook-id").orElse("");
  }

  public String type() {
    return request.json().flatMap(json -> Json.text(json, "type")).orElse("");
  }

  /** What the event says of what happened. */
  public JsonObject data() {
    return request.json().map(json -> json.getAsJsonObject("data")).orElseGet(JsonObject::new);
  }

  public Optional<String> itemId() {
    return Json.text(data(), "item_id");
  }

  JsonObject toJson() {
    return Json.object(
        "id", id(),
        "time", at,
        "type", type(),
        "item_id", itemId(),
        "verified", isVerified,
        "signatures", signatures,
        "body", request.bodyText());
  }
}
