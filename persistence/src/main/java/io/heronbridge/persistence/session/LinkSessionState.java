package io.heronbridge.persistence.session;

import io.heronbridge.persistence.lifecycle.Arrows;

/** Where a link session stands. */
public enum LinkSessionState {
  FRESH,
  OPEN,
  EXPIRED,
  REVOKED;

  /** Every arrow; the verbs are those of {@link LinkSession}. */
  public static final Arrows<LinkSessionState> ARROWS =
      Arrows.starting(FRESH, "admit")
          .and(FRESH, OPEN, "open")
          .and(FRESH, EXPIRED, "time passes")
          .and(OPEN, EXPIRED, "time passes");
}
