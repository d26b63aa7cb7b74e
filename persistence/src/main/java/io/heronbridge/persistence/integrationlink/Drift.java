package io.heronbridge.persistence.integrationlink;

/** In what Heron or Plaid disagree with us about a link. */
public enum Drift {
  /** Plaid has no such item any more. */
  GONE_AT_PLAID,
  /** We say linked; Heron's list of the end user's links does not show it. */
  MISSING_AT_HERON,
  /** Heron found the item deleted at Plaid. */
  DELETED_IN_PLAID,
  /** Heron no longer reads the bank. */
  SYNC_DISABLED,
  /** Heron cannot read the bank. */
  ERRORING,
  /** Plaid sends the item's webhooks to another address than the integration wants. */
  WEBHOOK_ELSEWHERE
}
