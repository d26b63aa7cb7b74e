package io.heronbridge.persistence.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A node's time-limited right to try one message.
 *
 * @param claimNumber the fence: an outcome counts only while this is the message's current number
 * @param uncertain an earlier call may have taken effect: look before repeating it
 * @param abandoned claims in a row that ended without an outcome
 * @param expiresAt after this instant delivering is pointless; null means never
 * @param traceparent what promised it, after W3C Trace Context; null when nobody knows
 * @param term how long it lasts unless it is renewed
 */
public record Lease(
    UUID messageId,
    MessageKind kind,
    UUID subject,
    Queue queue,
    int claimNumber,
    int attempts,
    int abandoned,
    boolean uncertain,
    Instant expiresAt,
    String traceparent,
    Term term) {

  /** Whether somebody else may have the message by now: then nothing may be sent any more. */
  public boolean isOver() {
    return term.isOver();
  }

  public UUID integration() {
    return queue.integration();
  }
}
