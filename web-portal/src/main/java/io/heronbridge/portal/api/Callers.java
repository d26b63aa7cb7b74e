package io.heronbridge.portal.api;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.portal.session.CurrentCaller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAuthorizedException;

/** Who calls the API. */
final class Callers {
  private Callers() {}

  static Caller of(HttpServletRequest request) {
    return CurrentCaller.of(request).orElseThrow(() -> new NotAuthorizedException("Bearer"));
  }
}
