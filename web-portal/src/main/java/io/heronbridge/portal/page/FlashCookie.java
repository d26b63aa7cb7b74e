package io.heronbridge.portal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Carries a flash over a redirect: signed with the session's form token, so that nobody else can
 * put words into a page, and any node can read it.
 */
final class FlashCookie {
  private static final String NAME = "heron_bridge_flash";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SECONDS = 60;
  private static final int LONGEST = 600;

  private final String key;
  private final String path;
  private final boolean secure;

  FlashCookie(String key, String path, boolean secure) {
    this.key = key;
    this.path = path;
    this.secure = secure;
  }

  void write(HttpServletResponse response, Flash flash) {
    if (!key.isEmpty()) {
      set(response, seal(flash), SECONDS);
    }
  }

  /** The flash of the request, once: the browser is told to forget it. */
  Optional<Flash> take(HttpServletRequest request, HttpServletResponse response) {
    Optional<String> value = value(request);
    if (value.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    set(response, "", 0);
    return open(value.get());
  }

  String seal(Flash flash) {
    String text = flash.text();
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    String body = encode((flash.kind() + "\n" + shown).getBytes(UTF_8));
    return body + "." + signature(body);
  }

  Optional<Flash> open(String value) {
    String[] parts = value.split("\\.", -1);
    if (parts.length != 2 || !same(parts[1], signature(parts[0]))) {
      return Optional.empty();
    }
    String[] words = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8).split("\n", 2);
    return Optional.of(new Flash(Flash.Kind.valueOf(words[0]), words[1]));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  private String signature(String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(("flash:" + key).getBytes(UTF_8), ALGORITHM));
      return encode(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC with SHA-256", e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Optional<String> value(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME) && !cookie.getValue().isEmpty())
            .map(Cookie::getValue)
            .findFirst();
  }

  private void set(HttpServletResponse response, String value, int seconds) {
    response.addHeader(
        "Set-Cookie",
        "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
            .formatted(NAME, value, path, seconds, secure ? "; Secure" : ""));
  }
}
