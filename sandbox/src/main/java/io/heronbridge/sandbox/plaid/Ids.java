package io.heronbridge.sandbox.plaid;

import java.security.SecureRandom;
import java.util.UUID;

/** Fresh identifiers in the forms that Plaid uses. */
final class Ids {
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int REQUEST_ID_LENGTH = 15;

  private Ids() {}

  /** Letters and digits without meaning; upper and lower case differ. */
  static String opaque(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  static String requestId() {
    return opaque(REQUEST_ID_LENGTH);
  }

  /** A token such as {@code access-sandbox-…}. */
  static String token(String kind) {
    return kind + "-sandbox-" + UUID.randomUUID();
  }
}
