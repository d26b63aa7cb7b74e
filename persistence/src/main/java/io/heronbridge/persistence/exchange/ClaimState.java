package io.heronbridge.persistence.exchange;

import io.heronbridge.persistence.lifecycle.Arrows;

/** What became of a public token. */
public enum ClaimState {
  /** Being exchanged by the holder of the lease, or to be taken over when the lease has run out. */
  STARTED,
  /** Exchanged; the item is ours. */
  EXCHANGED,
  /** Plaid refused the token; nothing was exchanged. */
  REFUSED,
  /** Possibly exchanged, but the answer never reached us: the end user must connect again. */
  LOST;

  /** Every arrow; the verbs are those of {@link PublicTokenClaim}. */
  public static final Arrows<ClaimState> ARROWS =
      Arrows.starting(STARTED, "begin")
          .and(STARTED, STARTED, "lease")
          .and(STARTED, STARTED, "release")
          .and(STARTED, STARTED, "leave open")
          .and(STARTED, EXCHANGED, "exchanged")
          .and(STARTED, REFUSED, "refuse")
          .and(STARTED, LOST, "lose")
          .and(LOST, EXCHANGED, "exchanged")
          .and(REFUSED, EXCHANGED, "exchanged")
          .and(LOST, REFUSED, "exchanged for another")
          .and(STARTED, REFUSED, "exchanged for another");
}
