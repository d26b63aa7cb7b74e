package io.heronbridge.integration.itemstate;

import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.Saying;
import io.heronbridge.persistence.secret.Redaction;
import java.util.Set;

/**
 * What an error that Plaid tells of an item means for it (Plaid's error codes, item and input
 * errors).
 */
public final class PlaidErrors {
  /** The end user can mend these by signing in again: Link in update mode. */
  private static final Set<String> END_USER =
      Set.of(
          "ITEM_LOGIN_REQUIRED",
          "INVALID_CREDENTIALS",
          "INSUFFICIENT_CREDENTIALS",
          "INVALID_MFA",
          "INVALID_UPDATED_USERNAME",
          "ITEM_LOCKED",
          "USER_SETUP_REQUIRED",
          "USER_INPUT_TIMEOUT",
          "ACCESS_NOT_GRANTED",
          "ADDITIONAL_CONSENT_REQUIRED",
          "NO_ACCOUNTS");

  /** Nothing opens the item any more: it has to be connected anew. */
  private static final Set<String> GONE =
      Set.of("USER_PERMISSION_REVOKED", "ITEM_NOT_FOUND", "ITEM_CONCURRENTLY_DELETED");

  private PlaidErrors() {}

  /** Whether the error says that Plaid has no such item any more. */
  public static boolean meansGone(String code) {
    return GONE.contains(code);
  }

  /**
   * @param code may be one that Plaid has not published yet
   */
  public static Saying saying(String code, String message) {
    String words = Redaction.of(message);
    if (END_USER.contains(code)) {
      return Saying.of(ItemEventKind.LOGIN_REQUIRED, code, words);
    }
    return GONE.contains(code)
        ? Saying.of(ItemEventKind.REVOKED, code, words)
        : Saying.of(ItemEventKind.TROUBLE, code, words);
  }
}
