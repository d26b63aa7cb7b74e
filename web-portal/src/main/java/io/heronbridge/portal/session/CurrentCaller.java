package io.heronbridge.portal.session;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.persistence.secret.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where the authenticated caller of a request is kept. */
public final class CurrentCaller {
  private static final String ATTRIBUTE = CurrentCaller.class.getName();
  private static final String KEY = ATTRIBUTE + ".key";

  private CurrentCaller() {}

  static void put(HttpServletRequest request, Caller caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }

  static void putKey(HttpServletRequest request, Secret apiKey) {
    request.setAttribute(KEY, apiKey);
  }

  /** The API key that was recognised; empty on pages. */
  public static Optional<Secret> keyOf(HttpServletRequest request) {
    return Optional.ofNullable((Secret) request.getAttribute(KEY));
  }

  /** The caller; empty on pages that need none. */
  public static Optional<Caller> of(HttpServletRequest request) {
    return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
  }
}
