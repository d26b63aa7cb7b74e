package io.heronbridge.sandbox.heron;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** One webhook as it reached Heron's webhook URL, bytes and headers untouched. */
public record ReceivedRelay(
    long id, Instant at, Request request, SignatureCheck.Verdict verdict, int status) {

  private Optional<String> field(String name) {
    return request.json().flatMap(json -> Json.text(json, name));
  }

  public Optional<String> itemId() {
    return field("item_id");
  }

  public Optional<String> code() {
    return field("webhook_code");
  }

  public byte[] body() {
    return request.body().clone();
  }

  public JsonObject toJson() {
    OptionalLong age = verdict.ageSeconds();
    return Json.object(
        "id", id,
        "time", at,
        "path", request.path(),
        "webhook_type", field("webhook_type"),
        "webhook_code", code(),
        "item_id", itemId(),
        "signature", verdict.finding().name().toLowerCase(Locale.ROOT),
        "age_seconds", age.isPresent() ? age.getAsLong() : null,
        "status", status,
        "headers", request.headers(),
        "body", request.bodyText(),
        "body_base64", Base64.getEncoder().encodeToString(request.body()));
  }
}
