package io.heronbridge.integration.access;

import io.heronbridge.persistence.secret.Secret;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes unguessable tokens: 256 random bits, base64url. */
public final class Tokens {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Tokens() {}

  /** A fresh token. */
  public static Secret fresh() {
    return new Secret(text());
  }

  /** The token as it goes into a URL or cookie, the one time it is handed out. */
  public static String reveal(Secret token) {
    return token.reveal();
  }

  /** A fresh token as text, for what is no secret by itself. */
  public static String text() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
