package io.heronbridge.integration.relay;

import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemStatus;
import io.heronbridge.persistence.secret.Redaction;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * What a webhook says of its item's health.
 *
 * @param errorCode null unless the webhook brings an error
 */
record ItemNews(String type, String code, String errorCode, String errorMessage) {
  private static final String ITEM = "ITEM";

  static ItemNews in(JsonObject webhook) {
    JsonObject error =
        webhook.get("error") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    return new ItemNews(
        Letter.text(webhook, "webhook_type"),
        Letter.text(webhook, "webhook_code"),
        Letter.text(error, "error_code"),
        Redaction.of(Letter.text(error, "error_message")));
  }

  void applyTo(Item item) {
    if (!ITEM.equals(type) || code == null) {
      return;
    }
    switch (code) {
      case "ERROR" -> {
        if ("ITEM_LOGIN_REQUIRED".equals(errorCode)) {
          item.report(ItemStatus.LOGIN_REQUIRED, errorCode, errorMessage);
        }
      }
      case "LOGIN_REPAIRED" -> item.repair();
      case "PENDING_DISCONNECT", "PENDING_EXPIRATION" ->
          item.report(ItemStatus.PENDING_DISCONNECT, code, null);
      case "USER_PERMISSION_REVOKED" -> item.report(ItemStatus.REVOKED, code, null);
      default -> {
        // Other codes say nothing about the login.
      }
    }
  }
}
