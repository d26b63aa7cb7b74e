package io.heronbridge.persistence.lenderevent;

import io.heronbridge.persistence.lifecycle.Arrows;

/** Where an event for a lender's backend stands. */
public enum LenderEventStatus {
  PENDING,
  DELIVERED,
  FAILED,
  CANCELLED;

  /** Every arrow; the verbs are those of {@link LenderEvent}. */
  public static final Arrows<LenderEventStatus> ARROWS =
      Arrows.starting(PENDING, "promise")
          .and(PENDING, PENDING, "wait")
          .and(PENDING, PENDING, "resend")
          .and(PENDING, DELIVERED, "deliver")
          .and(PENDING, FAILED, "fail")
          .and(PENDING, CANCELLED, "cancel")
          .and(DELIVERED, PENDING, "resend")
          .and(FAILED, PENDING, "resend")
          .and(CANCELLED, PENDING, "resend");
}
