package io.heronbridge.integration.access;

import io.heronbridge.persistence.secret.Secret;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes unguessable tokens: 256 random bits, base64url. */
public final class Tokens {
  private static final int BYTES = 32;
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int PASSWORD_LETTERS = 20;
  private static final int GROUP = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Tokens() {}

  /** A fresh token. */
  public static Secret fresh() {
    return new Secret(text());
  }

  /**
   * A token or password as it goes into a URL, a cookie or a page, the one time it is handed out.
   */
  public static String reveal(Secret token) {
    return token.reveal();
  }

  /**
   * A password to be read out and typed in once: about 98 random bits, no letters that look alike.
   */
  static Secret password() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < PASSWORD_LETTERS; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "");
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return new Secret(text.toString());
  }

  /** A fresh token as text, for what is no secret by itself. */
  public static String text() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
