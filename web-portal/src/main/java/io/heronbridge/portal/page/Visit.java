package io.heronbridge.portal.page;

import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One request to a page or an action.
 *
 * @param formToken what the session's forms carry; empty without a session
 */
public record Visit(
    HttpServletRequest request, HttpServletResponse response, String formToken, boolean secure) {

  /** A parameter without surrounding space; empty when absent or blank. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(request.getParameter(name)).map(String::strip).filter(Visit::isSaid);
  }

  private static boolean isSaid(String text) {
    return !text.isEmpty();
  }

  /** A parameter exactly as sent, for passwords; empty when absent. */
  public String exact(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  public boolean has(String name) {
    return text(name).isPresent();
  }

  /** A parameter that is an id. */
  public Optional<UUID> id(String name) {
    return text(name).map(value -> uuid(name, value));
  }

  /** All values of a parameter that is an id. */
  public List<UUID> ids(String name) {
    String[] values = request.getParameterValues(name);
    return values == null
        ? List.of()
        : Arrays.stream(values).map(value -> uuid(name, value)).distinct().toList();
  }

  /** What follows the servlet's own path, without the slash. */
  public String tail() {
    String path = request.getPathInfo();
    return path == null || path.isEmpty() ? "" : path.substring(1);
  }

  /**
   * The id that follows the servlet's own path.
   *
   * @param noun what is looked for by it
   * @throws NotFoundException when what follows is none: then there is no such thing
   */
  public UUID tailId(String noun) {
    try {
      return UUID.fromString(tail());
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(noun + " " + tail());
    }
  }

  private static UUID uuid(String name, String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(name, "is not an id");
    }
  }

  /** The address of this page with its query, to come back to. */
  public String address() {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  /** Where the connection comes from: the visitor's address, or a proxy's. */
  public String remoteAddress() {
    return request.getRemoteAddr();
  }

  /** Whether htmx asks for a part of the page. */
  public boolean isPartial() {
    return "true".equals(request.getHeader("HX-Request"));
  }

  /** The sentence that the action before this page left, once. */
  public Optional<Flash> takeFlash() {
    return flashCookie().take(request, response);
  }

  /** The same visit in another session, whose page comes next. */
  Visit in(String otherFormToken) {
    return new Visit(request, response, otherFormToken, secure);
  }

  void leave(Flash flash) {
    flashCookie().write(response, flash);
  }

  private FlashCookie flashCookie() {
    String path = request.getRequestURI().startsWith("/connect") ? "/connect" : "/admin";
    return new FlashCookie(formToken, path, secure);
  }
}
