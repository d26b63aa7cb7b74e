package io.heronbridge.sandbox.http;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request as it came over the wire; the path is decoded and starts with the service's name. */
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, List<String>> headers,
    byte[] body,
    Map<String, String> variables) {

  /** The first segment of the path: {@code plaid}, {@code heron}, {@code link} or another. */
  public String service() {
    String[] segments = path.split("/", 3);
    return segments.length > 1 ? segments[1] : "";
  }

  /** The only or first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headerValues(name).stream().findFirst();
  }

  public List<String> headerValues(String name) {
    return headers.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as a JSON object; empty when it is anything else. */
  public Optional<JsonObject> json() {
    return Json.parseObject(bodyText());
  }

  public Optional<String> queryValue(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** What stood in the path where the route has a name in braces. */
  public String variable(String name) {
    return variables.get(name);
  }

  Request withVariables(Map<String, String> values) {
    return new Request(method, path, query, headers, body, values);
  }
}
