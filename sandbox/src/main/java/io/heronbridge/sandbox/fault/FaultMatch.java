package io.heronbridge.sandbox.fault;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which requests a rule picks; an empty word matches everything. */
public record FaultMatch(
    String service, Pattern path, String method, String bodyContains, Predicate<Request> also) {

  /** Every request to this service whose path contains a match of the expression. */
  public static FaultMatch of(String service, String pathExpression) {
    return new FaultMatch(service, Pattern.compile(pathExpression), "", "", request -> true);
  }

  public FaultMatch method(String only) {
    return new FaultMatch(service, path, only, bodyContains, also);
  }

  public FaultMatch bodyContains(String text) {
    return new FaultMatch(service, path, method, text, also);
  }

  /** Asked last, and only when everything else matched. */
  public FaultMatch when(Predicate<Request> condition) {
    return new FaultMatch(service, path, method, bodyContains, condition);
  }

  static FaultMatch parse(JsonObject json) {
    JsonFields.allow(json, "service", "path", "method", "body_contains");
    return of(JsonFields.textOr(json, "service", ""), JsonFields.textOr(json, "path", ""))
        .method(JsonFields.textOr(json, "method", ""))
        .bodyContains(JsonFields.textOr(json, "body_contains", ""));
  }

  boolean matches(Request request) {
    return (service.isEmpty() || service.equals(request.service()))
        && (method.isEmpty() || method.equalsIgnoreCase(request.method()))
        && path.matcher(request.path()).find()
        && request.bodyText().contains(bodyContains)
        && also.test(request);
  }

  JsonObject toJson() {
    return Json.object(
        "service", service,
        "path", path.pattern(),
        "method", method,
        "body_contains", bodyContains);
  }
}
