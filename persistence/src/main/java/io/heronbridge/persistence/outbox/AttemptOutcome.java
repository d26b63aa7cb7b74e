package io.heronbridge.persistence.outbox;

/** How one attempt ended, in a word that can be filtered by. */
public enum AttemptOutcome {
  DELIVERED,
  /** Found to have taken effect earlier. */
  CONFIRMED,
  TIMEOUT,
  CONNECTION,
  TLS_FAILED,
  RATE_LIMITED,
  SERVER_ERROR,
  /** The other side said no for good. */
  REFUSED,
  /** Our key or address was refused: the integration pauses. */
  UNAUTHORISED,
  /** The answer could not be understood. */
  GARBLED,
  /** The node died or the lease ran out before an outcome was recorded. */
  ABANDONED
}
