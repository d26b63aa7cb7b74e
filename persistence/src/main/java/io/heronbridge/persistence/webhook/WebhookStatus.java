package io.heronbridge.persistence.webhook;

/** What became of a received webhook. */
public enum WebhookStatus {
  PENDING,
  DELIVERED,
  /**
   * Too late to be relayed: Heron was asked, or is being asked, to pull the item's data instead.
   */
  REFRESH_REQUESTED,
  /** Heron has pulled the item's data since. */
  REFRESHED,
  /** Kept, but not meant for Heron. */
  NOT_RELAYED,
  FAILED
}
