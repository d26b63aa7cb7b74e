package io.heronbridge.persistence.item;

/** What can happen to an item. The first group decides its status, see {@link ItemHealth}. */
public enum ItemEventKind {
  /** The bank asks the end user to sign in again. */
  LOGIN_REQUIRED,
  /** The login works again, by update mode or by itself. */
  LOGIN_REPAIRED,
  /** Plaid will end the connection on a day it names, unless the end user renews it. */
  PENDING_DISCONNECT,
  /** The end user, or their bank, has withdrawn the permission. */
  REVOKED,
  /** Plaid was asked, and found nothing wrong. */
  FOUND_WELL,
  /** The bank has accounts that the end user has not chosen yet. */
  NEW_ACCOUNTS,
  /** The end user has chosen accounts anew. */
  ACCOUNTS_CHOSEN,

  /** Connected through Link. */
  CONNECTED,
  /** Connected elsewhere before, and brought in. */
  BROUGHT_IN,
  /** The permission for one account was withdrawn; the others go on. */
  ACCOUNT_REVOKED,
  /** Plaid sends the item's webhooks to a new address. */
  WEBHOOK_MOVED,
  /** Plaid tells an error that the end user cannot mend. */
  TROUBLE,
  /** Somebody wants it disconnected. */
  REMOVAL_REQUESTED,
  /** Plaid refused to disconnect it. */
  REMOVAL_REFUSED,
  /** Disconnected at Plaid. */
  REMOVED,
  /** Heron says something new of the item's link. */
  HERON_STATUS
}
