package io.heronbridge.integration.relay;

/** What became of a webhook at our door. */
public enum Receipt {
  /** Genuine, and durable. */
  ACCEPTED,
  /** Genuine, and durable since it came before; nothing more is done. */
  REPEATED,
  /** Not from whom it says. */
  REFUSED,
  /** It cannot be told or stored just now; it should be sent again. */
  UNAVAILABLE,
  /** No such integration. */
  UNKNOWN_INTEGRATION
}
