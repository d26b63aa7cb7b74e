package io.heronbridge.portal.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests and responses without a server: what was said, and what was answered. */
final class Requests {
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, String> parameters = new HashMap<>();
  private final List<Cookie> cookies = new ArrayList<>();
  private String tail;

  static Requests plain() {
    return new Requests().header("Host", "bridge.example");
  }

  Requests header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Requests parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  Requests cookie(String name, String value) {
    cookies.add(new Cookie(name, value));
    return this;
  }

  /** What follows the servlet's own path, with its slash. */
  Requests tail(String pathInfo) {
    this.tail = pathInfo;
    return this;
  }

  HttpServletRequest request() {
    return proxy(
        HttpServletRequest.class,
        (method, argument) ->
            switch (method) {
              case "getHeader" -> headers.get(argument);
              case "getParameter" -> parameters.get(argument);
              case "getPathInfo" -> tail;
              case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(new Cookie[0]);
              default -> throw new UnsupportedOperationException(method);
            });
  }

  /** A response that keeps the cookies it was given. */
  static HttpServletResponse response(List<String> cookies) {
    return proxy(
        HttpServletResponse.class,
        (method, argument) -> {
          if (!method.equals("addHeader") || !"Set-Cookie".equals(argument)) {
            throw new UnsupportedOperationException(method);
          }
          return null;
        },
        cookies);
  }

  private interface Answer {
    Object to(String method, Object argument);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return proxy(type, answer, new ArrayList<>());
  }

  private static <T> T proxy(Class<T> type, Answer answer, List<String> second) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (arguments != null && arguments.length > 1) {
                second.add(String.valueOf(arguments[1]));
              }
              return answer.to(method.getName(), arguments == null ? null : arguments[0]);
            }));
  }
}
