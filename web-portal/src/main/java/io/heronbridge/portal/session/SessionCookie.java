package io.heronbridge.portal.session;

import io.heronbridge.persistence.secret.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The two opaque cookies: unreadable for scripts, sent to our own pages only. */
public enum SessionCookie {
  ADMIN("heron_bridge_admin", "/admin", "Lax"),
  /** Lax, because an OAuth bank sends the browser back from elsewhere. */
  CONNECT("heron_bridge_connect", "/connect", "Lax");

  private final String cookieName;
  private final String path;
  private final String sameSite;

  SessionCookie(String cookieName, String path, String sameSite) {
    this.cookieName = cookieName;
    this.path = path;
    this.sameSite = sameSite;
  }

  /** The token in the request's cookie, if there is one. */
  public Optional<Secret> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals(cookieName) && !cookie.getValue().isBlank())
        .findFirst()
        .map(cookie -> new Secret(cookie.getValue()));
  }

  /** Hands the browser a token that it keeps for so long. */
  public void write(HttpServletResponse response, Secret token, Duration age, boolean secure) {
    set(response, token.reveal(), age, secure);
  }

  private void set(HttpServletResponse response, String token, Duration age, boolean secure) {
    response.addHeader(
        "Set-Cookie",
        "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=%s%s"
            .formatted(
                cookieName, token, path, age.toSeconds(), sameSite, secure ? "; Secure" : ""));
  }

  /** Makes the browser forget the token. */
  public void clear(HttpServletResponse response, boolean secure) {
    set(response, "", Duration.ZERO, secure);
  }
}
