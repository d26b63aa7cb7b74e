package io.heronbridge.integration.lenderevent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.persistence.secret.Hash;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.webhook.Header;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Signs events as Standard Webhooks has it: HMAC-SHA256 over id, time of the attempt and body. */
final class Signature {
  private static final String PREFIX = "whsec_";
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Signature() {}

  /** A new secret, as the lender's backend gets it. */
  static Secret freshSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * The headers that a receiver verifies.
   *
   * @param secrets each of them signs, so that the receiver may have either
   */
  static List<Header> headers(String id, Instant attempt, String body, List<Secret> secrets) {
    String time = Long.toString(attempt.getEpochSecond());
    byte[] signed = (id + "." + time + "." + body).getBytes(UTF_8);
    String signatures =
        secrets.stream()
            .map(secret -> "v1," + mac(secret, signed))
            .collect(Collectors.joining(" "));
    return List.of(
        new Header("Content-Type", "application/json"),
        new Header("webhook-id", id),
        new Header("webhook-timestamp", time),
        new Header("webhook-signature", signatures));
  }

  private static String mac(Secret secret, byte[] signed) {
    byte[] key = Base64.getDecoder().decode(secret.reveal().substring(PREFIX.length()));
    return Base64.getEncoder().encodeToString(Hash.hmacSha256(key, signed));
  }
}
