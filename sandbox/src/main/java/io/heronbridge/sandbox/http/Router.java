package io.heronbridge.sandbox.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the handler for a method and a path; a segment in braces matches anything. */
public final class Router implements Handler {
  private final List<Route> routes = new ArrayList<>();
  private final Handler unknownPath;

  public Router(Handler unknownPath) {
    this.unknownPath = unknownPath;
  }

  private record Route(String method, String[] segments, Handler handler) {
    Optional<Map<String, String>> match(String path) {
      String[] actual = path.split("/", -1);
      if (actual.length != segments.length) {
        return Optional.empty();
      }
      Map<String, String> variables = new LinkedHashMap<>();
      for (int i = 0; i < segments.length; i++) {
        if (segments[i].startsWith("{") && !actual[i].isEmpty()) {
          variables.put(segments[i].substring(1, segments[i].length() - 1), actual[i]);
        } else if (!segments[i].equals(actual[i])) {
          return Optional.empty();
        }
      }
      return Optional.of(variables);
    }
  }

  public Router get(String path, Handler handler) {
    return on("GET", path, handler);
  }

  public Router post(String path, Handler handler) {
    return on("POST", path, handler);
  }

  public Router put(String path, Handler handler) {
    return on("PUT", path, handler);
  }

  public Router delete(String path, Handler handler) {
    return on("DELETE", path, handler);
  }

  private Router on(String method, String path, Handler handler) {
    routes.add(new Route(method, path.split("/", -1), handler));
    return this;
  }

  @Override
  public Answer handle(Request request) {
    for (Route route : routes) {
      if (route.method().equals(request.method())) {
        Optional<Map<String, String>> variables = route.match(request.path());
        if (variables.isPresent()) {
          return route.handler().handle(request.withVariables(variables.get()));
        }
      }
    }
    return unknownPath.handle(request);
  }

  /** Whether the path is known under another method. */
  public boolean knows(String path) {
    return routes.stream().anyMatch(route -> route.match(path).isPresent());
  }
}
