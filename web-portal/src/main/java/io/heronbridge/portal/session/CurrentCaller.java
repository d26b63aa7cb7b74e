package io.heronbridge.portal.session;

import io.heronbridge.integration.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where the authenticated caller of a request is kept. */
public final class CurrentCaller {
  private static final String ATTRIBUTE = CurrentCaller.class.getName();

  private CurrentCaller() {}

  static void put(HttpServletRequest request, Caller caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }

  /** The caller; empty on pages that need none. */
  public static Optional<Caller> of(HttpServletRequest request) {
    return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
  }
}
