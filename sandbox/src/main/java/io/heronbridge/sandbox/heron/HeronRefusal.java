package io.heronbridge.sandbox.heron;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Json;
import java.util.List;
import java.util.Map;

/** Ends a call with Heron's error envelope. */
final class HeronRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Map<Integer, String> NAMES =
      Map.of(
          400, "Bad Request",
          401, "Unauthorized",
          403, "Forbidden",
          404, "Not Found",
          405, "Method Not Allowed",
          409, "Conflict",
          413, "Request Entity Too Large",
          422, "Unprocessable Entity",
          429, "Too Many Requests");
  private final int status;
  private final transient JsonElement description;

  private HeronRefusal(int status, JsonElement description) {
    super(status + " " + description, null, false, false);
    this.status = status;
    this.description = description;
  }

  static HeronRefusal of(int status, String description) {
    return new HeronRefusal(status, Json.element(description));
  }

  /** A validation error of one field of the body. */
  static HeronRefusal field(String name, String problem) {
    return inField("json", name, problem);
  }

  /** Validation errors of several fields of the body. */
  static HeronRefusal fields(JsonObject problems) {
    return new HeronRefusal(422, Json.object("json", problems));
  }

  /** A validation error; the location is {@code json}, {@code query} or {@code path}. */
  static HeronRefusal inField(String location, String name, String problem) {
    return new HeronRefusal(422, Json.object(location, Json.object(name, List.of(problem))));
  }

  Answer answer() {
    return Answer.json(
        status, Json.object("code", status, "description", description, "name", NAMES.get(status)));
  }
}
