package io.heronbridge.portal.connect;

import io.heronbridge.portal.page.Visit;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;

/** Remembers in the browser which hosted link it opened, so that reloading that link works. */
final class OpenedLink {
  private static final String NAME = "heron_bridge_opened";

  private OpenedLink() {}

  static void remember(Visit visit, String fingerprint, Duration age) {
    visit
        .response()
        .addHeader(
            "Set-Cookie",
            "%s=%s; Path=/connect; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(NAME, fingerprint, age.toSeconds(), visit.secure() ? "; Secure" : ""));
  }

  static boolean is(Visit visit, String fingerprint) {
    Cookie[] cookies = visit.request().getCookies();
    return cookies != null
        && Arrays.stream(cookies)
            .anyMatch(
                cookie -> cookie.getName().equals(NAME) && cookie.getValue().equals(fingerprint));
  }
}
