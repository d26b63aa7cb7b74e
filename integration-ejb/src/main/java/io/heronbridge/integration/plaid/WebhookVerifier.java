package io.heronbridge.integration.plaid;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.heronbridge.integration.plaid.SignedToken.Claims;
import io.heronbridge.integration.plaid.VerificationKeys.Found;
import io.heronbridge.integration.plaid.WebhookVerdict.Forged;
import io.heronbridge.integration.plaid.WebhookVerdict.Genuine;
import io.heronbridge.integration.plaid.WebhookVerdict.Reason;
import io.heronbridge.integration.plaid.WebhookVerdict.Undecided;
import io.heronbridge.persistence.secret.Hash;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a webhook is Plaid's: an ES256 JWT in {@code Plaid-Verification} whose claim is
 * the SHA-256 of exactly the bytes received, no more than five minutes old (Plaid, webhook
 * verification).
 */
public class WebhookVerifier {
  private static final Duration MAX_AGE = Duration.ofMinutes(5);
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  private final VerificationKeys keys;
  private final Clock clock;

  public WebhookVerifier(VerificationKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * @param signatures every value of the {@code Plaid-Verification} header
   */
  public WebhookVerdict verify(PlaidTarget target, List<String> signatures, byte[] body) {
    if (signatures.size() != 1) {
      return new Forged(signatures.isEmpty() ? Reason.NO_SIGNATURE : Reason.MALFORMED);
    }
    Optional<SignedToken> token = SignedToken.parse(signatures.get(0));
    if (token.isEmpty()) {
      return new Forged(Reason.MALFORMED);
    }
    if (!"ES256".equals(token.get().algorithm())) {
      return new Forged(Reason.WRONG_ALGORITHM);
    }
    return verify(token.get(), keys.find(target, token.get().keyId()), body);
  }

  private WebhookVerdict verify(SignedToken token, Found found, byte[] body) {
    if (found instanceof Found.Unavailable) {
      return new Undecided();
    }
    if (!(found instanceof Found.Usable usable)) {
      return new Forged(found instanceof Found.Expired ? Reason.EXPIRED_KEY : Reason.UNKNOWN_KEY);
    }
    if (!usable.key().signed(token.signedPart(), token.signature())) {
      return new Forged(Reason.WRONG_SIGNATURE);
    }
    return token.claims().map(claims -> verify(claims, body)).orElse(new Forged(Reason.MALFORMED));
  }

  private WebhookVerdict verify(Claims claims, byte[] body) {
    Instant now = clock.instant();
    if (claims.issuedAt().isBefore(now.minus(MAX_AGE))) {
      return new Forged(Reason.TOO_OLD);
    }
    if (claims.issuedAt().isAfter(now.plus(LEEWAY))) {
      return new Forged(Reason.FROM_THE_FUTURE);
    }
    String actual = HexFormat.of().formatHex(Hash.sha256(body));
    boolean same =
        MessageDigest.isEqual(actual.getBytes(US_ASCII), claims.bodySha256().getBytes(US_ASCII));
    return same ? new Genuine(claims.issuedAt()) : new Forged(Reason.WRONG_BODY);
  }
}
