package io.heronbridge.persistence.session;

import io.heronbridge.persistence.lifecycle.Arrows;

/** Where a link session stands. */
public enum LinkSessionState {
  /** Not opened yet. */
  FRESH,
  /** Opened by one browser, whose page works. */
  OPEN,
  /** Opened once, and its time is over. */
  USED_UP,
  /** Never opened, and its time is over. */
  EXPIRED,
  /** Withdrawn before its time was over. */
  REVOKED;

  /** Every arrow; the verbs are those of {@link LinkSession}. */
  public static final Arrows<LinkSessionState> ARROWS =
      Arrows.starting(FRESH, "admit")
          .and(FRESH, OPEN, "open")
          .and(FRESH, EXPIRED, "time passes")
          .and(FRESH, REVOKED, "revoke")
          .and(OPEN, USED_UP, "time passes")
          .and(OPEN, REVOKED, "revoke");
}
