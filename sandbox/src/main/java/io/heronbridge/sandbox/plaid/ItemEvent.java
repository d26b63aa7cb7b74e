package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can befall an item at its bank, and the code of the webhook that tells of it. */
public enum ItemEvent {
  /** The sign-in details have changed. */
  RESET_LOGIN("ERROR"),
  /** The login works again, and not through update mode. */
  REPAIR_LOGIN("LOGIN_REPAIRED"),
  /** The holder has withdrawn the permission, at the bank or at Plaid. */
  REVOKE_PERMISSION("USER_PERMISSION_REVOKED"),
  /** The holder has withdrawn one account. */
  REVOKE_ACCOUNT("USER_ACCOUNT_REVOKED"),
  /** The item will be disconnected, as banks in the US and Canada do it. */
  PENDING_DISCONNECT("PENDING_DISCONNECT"),
  /** The consent will end, as in Europe. */
  PENDING_EXPIRATION("PENDING_EXPIRATION"),
  /** The holder has opened an account that the item does not share yet. */
  NEW_ACCOUNT("NEW_ACCOUNTS_AVAILABLE");

  private final String code;

  ItemEvent(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The word for it in the control interface. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ItemEvent> find(String word) {
    return Stream.of(values()).filter(event -> event.word().equals(word)).findFirst();
  }

  /** The event that a webhook of this code tells of; many codes tell of none. */
  public static Optional<ItemEvent> ofCode(String code) {
    return Stream.of(values()).filter(event -> event.code.equals(code)).findFirst();
  }

  /**
   * Changes what Plaid knows of the item.
   *
   * @param end when the consent ends, for the two events that announce it
   * @return what the webhook says of it beyond the usual
   */
  JsonObject befall(SandboxItem item, Instant end) {
    if (item.isRemoved()) {
      throw new IllegalStateException("the item was removed: nothing can befall it any more");
    }
    switch (this) {
      case RESET_LOGIN -> item.fail(PlaidError.loginRequired());
      case REPAIR_LOGIN -> repair(item);
      case REVOKE_PERMISSION -> item.fail(PlaidError.permissionRevoked());
      case REVOKE_ACCOUNT -> {
        return Json.object("account_id", item.unshareOne().id());
      }
      case PENDING_DISCONNECT, PENDING_EXPIRATION -> item.endConsentAt(end);
      default -> item.openAccount();
    }
    return new JsonObject();
  }

  private static void repair(SandboxItem item) {
    if (item.error().filter(PlaidError::isRevocation).isPresent()) {
      throw new IllegalStateException(
          "the permission was revoked: a new Link session is needed, nothing can be repaired");
    }
    item.heal();
  }
}
