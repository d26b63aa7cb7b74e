package io.heronbridge.persistence.integrationlink;

import io.heronbridge.persistence.lifecycle.Arrows;

/** How far a link is on its way to Heron. */
public enum IntegrationLinkStatus {
  /** Waits for its first or next attempt, or is held by a paused integration. */
  PENDING,
  /** Heron has it. */
  LINKED,
  /** Will not be tried again unless a person asks. */
  FAILED,
  /** The item was removed first. */
  CANCELLED;

  /** Every arrow; the verbs are those of {@link IntegrationLink}. */
  public static final Arrows<IntegrationLinkStatus> ARROWS =
      Arrows.starting(PENDING, "promise")
          .and(PENDING, PENDING, "wait")
          .and(PENDING, PENDING, "resend")
          .and(PENDING, LINKED, "link")
          .and(PENDING, FAILED, "fail")
          .and(FAILED, PENDING, "resend")
          .and(LINKED, PENDING, "submit again")
          .and(PENDING, CANCELLED, "cancel")
          .and(FAILED, CANCELLED, "cancel");
}
