package io.heronbridge.persistence.item;

import io.heronbridge.persistence.lifecycle.Arrows;

/** What we know of an item's health, from Plaid's webhooks and answers. */
public enum ItemStatus {
  ACTIVE,
  LOGIN_REQUIRED,
  PENDING_DISCONNECT,
  REVOKED,
  REMOVED;

  /**
   * Every arrow. What is said of an item may arrive late, so one word can lead from any of the
   * first four to any other; only the last is final.
   */
  public static final Arrows<ItemStatus> ARROWS =
      Arrows.starting(ACTIVE, "connect")
          .and(ACTIVE, LOGIN_REQUIRED, "become")
          .and(ACTIVE, PENDING_DISCONNECT, "become")
          .and(ACTIVE, REVOKED, "become")
          .and(LOGIN_REQUIRED, ACTIVE, "become")
          .and(LOGIN_REQUIRED, PENDING_DISCONNECT, "become")
          .and(LOGIN_REQUIRED, REVOKED, "become")
          .and(PENDING_DISCONNECT, ACTIVE, "become")
          .and(PENDING_DISCONNECT, LOGIN_REQUIRED, "become")
          .and(PENDING_DISCONNECT, REVOKED, "become")
          .and(REVOKED, ACTIVE, "become")
          .and(REVOKED, LOGIN_REQUIRED, "become")
          .and(REVOKED, PENDING_DISCONNECT, "become")
          .and(ACTIVE, REMOVED, "remove")
          .and(LOGIN_REQUIRED, REMOVED, "remove")
          .and(PENDING_DISCONNECT, REMOVED, "remove")
          .and(REVOKED, REMOVED, "remove");
}
