package io.heronbridge.persistence.session;

/** Where a link session stands. */
public enum LinkSessionState {
  FRESH,
  OPEN,
  EXPIRED,
  REVOKED
}
