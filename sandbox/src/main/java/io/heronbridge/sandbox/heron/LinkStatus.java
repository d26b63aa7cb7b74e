package io.heronbridge.sandbox.heron;

import java.util.Locale;

/** Where Heron stands with one item. */
public enum LinkStatus {
  PENDING,
  ACTIVE,
  SYNCING,
  ERRORING,
  SYNC_DISABLED,
  DELETED_IN_PLAID;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
