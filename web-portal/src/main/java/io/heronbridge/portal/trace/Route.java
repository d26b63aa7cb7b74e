package io.heronbridge.portal.trace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;

/** The pattern of a request's path, which names no id and no token. */
final class Route {
  private static final String ATTRIBUTE = Route.class.getName();

  private Route() {}

  /** A resource of the API has been found for the request. */
  static void keep(HttpServletRequest request, String route) {
    request.setAttribute(ATTRIBUTE, route);
  }

  static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String found) {
      return found;
    }
    String pattern = request.getHttpServletMapping().getPattern();
    return pattern == null || pattern.isEmpty() ? "/" : pattern;
  }

  /** As a resource's annotations tell it; classes that a container made are passed over. */
  static String of(String root, Class<?> resource, java.lang.reflect.Method method) {
    StringBuilder route = new StringBuilder(root);
    for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
      Path path = type.getAnnotation(Path.class);
      if (path != null) {
        append(route, path.value());
        break;
      }
    }
    Path path = method.getAnnotation(Path.class);
    if (path != null) {
      append(route, path.value());
    }
    return route.toString();
  }

  private static void append(StringBuilder route, String part) {
    if (!part.startsWith("/") && !part.isEmpty()) {
      route.append('/');
    }
    route.append(part);
  }
}
