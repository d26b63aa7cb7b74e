package io.heronbridge.persistence.integrationlink;

/** How far a link is on its way to Heron. */
public enum IntegrationLinkStatus {
  /** Waits for its first or next attempt, or is held by a paused integration. */
  PENDING,
  /** Heron has it. */
  LINKED,
  /** Will not be tried again unless a person asks. */
  FAILED,
  /** The item was removed first. */
  CANCELLED
}
