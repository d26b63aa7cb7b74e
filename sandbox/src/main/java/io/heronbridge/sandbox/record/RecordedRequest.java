package io.heronbridge.sandbox.record;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import java.time.Instant;
import java.util.Optional;

/** One request and how it ended; status 0 means not answered, or not yet. */
public record RecordedRequest(
    long id, Instant at, Request request, int status, Optional<String> fault) {

  public String service() {
    return request.service();
  }

  public String method() {
    return request.method();
  }

  public String path() {
    return request.path();
  }

  public String bodyText() {
    return request.bodyText();
  }

  public Optional<String> header(String name) {
    return request.header(name);
  }

  RecordedRequest spoiled(String effect) {
    return new RecordedRequest(id, at, request, status, Optional.of(effect));
  }

  RecordedRequest ended(int answered) {
    return new RecordedRequest(id, at, request, answered, fault);
  }

  public JsonObject toJson() {
    return Json.object(
        "id", id,
        "time", at,
        "service", service(),
        "method", method(),
        "path", path(),
        "query", request.query(),
        "headers", request.headers(),
        "body", bodyText(),
        "status", status == 0 ? null : status,
        "fault", fault);
  }
}
