package io.heronbridge.portal.api;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import io.heronbridge.integration.problem.FieldProblem;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An error answer after RFC 9457. */
final class Problem {
  static final String MEDIA_TYPE = "application/problem+json";

  private final int status;
  private final JsonObjectBuilder json;
  private Optional<Duration> retryAfter = Optional.empty();

  private Problem(int status, String title, String detail) {
    this.status = status;
    this.json =
        JSON.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", title)
            .add("status", status)
            .add("detail", detail);
  }

  static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail == null ? title : detail);
  }

  static Problem invalid(int status, List<FieldProblem> problems) {
    Problem problem =
        of(status, "The request cannot be accepted", "See errors for the fields to mend.");
    JsonArrayBuilder errors = JSON.createArrayBuilder();
    for (FieldProblem each : problems) {
      errors.add(
          JSON.createObjectBuilder().add("field", each.field()).add("message", each.message()));
    }
    problem.json.add("errors", errors);
    return problem;
  }

  Problem with(String member, String value) {
    json.add(member, value);
    return this;
  }

  Problem with(Map<String, String> members) {
    members.forEach(json::add);
    return this;
  }

  Problem retryAfter(Duration wait) {
    this.retryAfter = Optional.of(wait);
    return this;
  }

  String text() {
    return json.build().toString();
  }

  Response response() {
    Response.ResponseBuilder response =
        Response.status(status).type(MEDIA_TYPE).entity(text()).header("Cache-Control", "no-store");
    retryAfter.ifPresent(wait -> response.header("Retry-After", Math.max(1, wait.toSeconds())));
    return response.build();
  }
}
