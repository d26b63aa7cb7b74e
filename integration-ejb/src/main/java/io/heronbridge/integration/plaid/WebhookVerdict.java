package io.heronbridge.integration.plaid;

import java.time.Instant;

/** Whether a webhook is Plaid's. */
public sealed interface WebhookVerdict {

  /**
   * Signed by Plaid over exactly these bytes.
   *
   * @param signedAt the signature's {@code iat}
   */
  record Genuine(Instant signedAt) implements WebhookVerdict {}

  /** Not to be trusted; the reason is for counting, never for the sender. */
  record Forged(Reason reason) implements WebhookVerdict {}

  /** Plaid's key could not be had just now: nobody's fault, so Plaid should send it again. */
  record Undecided() implements WebhookVerdict {}

  /** Why a webhook was refused. */
  enum Reason {
    NO_SIGNATURE,
    MALFORMED,
    WRONG_ALGORITHM,
    UNKNOWN_KEY,
    EXPIRED_KEY,
    WRONG_SIGNATURE,
    TOO_OLD,
    FROM_THE_FUTURE,
    WRONG_BODY
  }
}
