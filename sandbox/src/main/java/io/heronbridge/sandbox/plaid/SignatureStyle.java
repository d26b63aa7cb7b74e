package io.heronbridge.sandbox.plaid;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How a webhook is signed: as Plaid does, or in one of the ways that a receiver must refuse. */
public record SignatureStyle(Flaw flaw, Duration age) {
  /** Signed now, with the newest key. */
  public static final SignatureStyle PROPER = new SignatureStyle(Flaw.NONE, Duration.ZERO);

  /** What is wrong with the signature. */
  public enum Flaw {
    NONE,
    /** No header at all. */
    UNSIGNED,
    /** Signed by a key that was never published. */
    UNKNOWN_KEY,
    /** The signature is of other bytes than those sent. */
    OTHER_BODY,
    /** A signature with one bit turned. */
    BROKEN
  }

  /** The same flaw, issued earlier; a negative age lies in the future. */
  public SignatureStyle aged(Duration howOld) {
    return new SignatureStyle(flaw, howOld);
  }

  Map<String, String> headers(byte[] body, SigningKeys keys) {
    Instant issuedAt = Instant.now().minus(age);
    return switch (flaw) {
      case UNSIGNED -> Map.of();
      case UNKNOWN_KEY -> header(WebhookSigner.sign(body, new SigningKey(), issuedAt));
      case OTHER_BODY ->
          header(WebhookSigner.sign(new byte[] {'{', '}'}, keys.current(), issuedAt));
      case BROKEN -> header(broken(WebhookSigner.sign(body, keys.current(), issuedAt)));
      default -> header(WebhookSigner.sign(body, keys.current(), issuedAt));
    };
  }

  private static Map<String, String> header(String token) {
    return Map.of(WebhookSigner.HEADER, token);
  }

  private static String broken(String token) {
    int start = token.lastIndexOf('.') + 1;
    char other = token.charAt(start) == 'A' ? 'B' : 'A';
    return token.substring(0, start) + other + token.substring(start + 1);
  }
}
