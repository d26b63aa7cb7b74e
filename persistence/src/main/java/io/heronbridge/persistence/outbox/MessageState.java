package io.heronbridge.persistence.outbox;

import io.heronbridge.persistence.lifecycle.Arrows;

/** Where a message stands; the arrows between the states are the verbs of {@link OutboxMessage}. */
public enum MessageState {
  PENDING,
  LEASED,
  DELIVERED,
  DEAD,
  CANCELLED;

  /** Every arrow; claiming and releasing are SQL statements over many messages. */
  public static final Arrows<MessageState> ARROWS =
      Arrows.starting(PENDING, "append")
          .and(PENDING, PENDING, "hold")
          .and(PENDING, PENDING, "let go")
          .and(PENDING, PENDING, "resend")
          .and(PENDING, LEASED, "claim")
          .and(LEASED, LEASED, "claim")
          .and(LEASED, DELIVERED, "complete")
          .and(LEASED, PENDING, "retry")
          .and(LEASED, PENDING, "put back")
          .and(LEASED, PENDING, "release")
          .and(LEASED, DEAD, "bury")
          .and(DEAD, PENDING, "resend")
          .and(DEAD, PENDING, "again")
          .and(DELIVERED, PENDING, "again")
          .and(CANCELLED, PENDING, "again")
          .and(PENDING, CANCELLED, "cancel")
          .and(LEASED, CANCELLED, "cancel")
          .and(DEAD, CANCELLED, "cancel");
}
