package io.heronbridge.integration.relay;

/** What became of a webhook at our door. */
public enum Receipt {
  /** Plaid's, and durable. */
  ACCEPTED,
  /** Not Plaid's. */
  REFUSED,
  /** It cannot be told or stored just now; Plaid should send it again. */
  UNAVAILABLE,
  /** No such integration. */
  UNKNOWN_INTEGRATION
}
