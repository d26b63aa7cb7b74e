package io.heronbridge.portal.session;

import io.heronbridge.integration.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where the authenticated caller of a request is kept. */
public final class CurrentCaller {
  private static final String ATTRIBUTE = CurrentCaller.class.getName();
  private static final String KEY_ID = ATTRIBUTE + ".keyId";

  private CurrentCaller() {}

  static void put(HttpServletRequest request, Caller caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }

  static void putKeyId(HttpServletRequest request, String id) {
    request.setAttribute(KEY_ID, id);
  }

  /** Which API key was recognised, whatever its value is now; empty on pages. */
  public static Optional<String> keyIdOf(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(KEY_ID));
  }

  /** The caller; empty on pages that need none. */
  public static Optional<Caller> of(HttpServletRequest request) {
    return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
  }
}
