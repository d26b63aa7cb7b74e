package io.heronbridge.integration.relay;

/** What became of a webhook at our door. */
public enum Receipt {
  /** Genuine, and durable in the database. */
  ACCEPTED,
  /** Genuine, and durable in this node's spool until the database is back. */
  SPOOLED,
  /** Genuine, and durable since it came before; nothing more is done. */
  REPEATED,
  /** Not from whom it says. */
  REFUSED,
  /** It cannot be told or stored just now; it should be sent again. */
  UNAVAILABLE,
  /** No such integration. */
  UNKNOWN_INTEGRATION;

  /** Whether its sender counts it as not delivered. */
  boolean isRejection() {
    return this == REFUSED || this == UNAVAILABLE;
  }
}
