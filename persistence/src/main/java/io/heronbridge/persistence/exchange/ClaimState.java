package io.heronbridge.persistence.exchange;

/** What became of a public token. */
public enum ClaimState {
  /** Being exchanged by the holder of the lease, or to be taken over when the lease has run out. */
  STARTED,
  /** Exchanged; the item is ours. */
  EXCHANGED,
  /** Plaid refused the token; nothing was exchanged. */
  REFUSED,
  /** Possibly exchanged, but the answer never reached us: the end user must connect again. */
  LOST
}
