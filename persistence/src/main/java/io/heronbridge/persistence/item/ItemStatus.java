package io.heronbridge.persistence.item;

/** What we know of an item's health, from Plaid's webhooks and answers. */
public enum ItemStatus {
  ACTIVE,
  LOGIN_REQUIRED,
  PENDING_DISCONNECT,
  REVOKED,
  REMOVED
}
