package io.heronbridge.integration.itemstate;

import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.Saying;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a webhook of Plaid says of its item's state. Webhooks of other types than {@code ITEM}, such
 * as {@code TRANSACTIONS}, say that there is data: they are Heron's business and change nothing
 * here, and neither does a code that is not known.
 */
public final class WebhookNews {
  private WebhookNews() {}

  /** Empty when the webhook says nothing of the state. */
  public static Optional<Saying> in(JsonObject webhook) {
    String code = text(webhook, "webhook_code");
    if (!"ITEM".equals(text(webhook, "webhook_type")) || code == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(saying(code, webhook));
  }

  private static Saying saying(String code, JsonObject webhook) {
    return switch (code) {
      case "ERROR" -> error(webhook);
      case "LOGIN_REPAIRED" -> Saying.of(ItemEventKind.LOGIN_REPAIRED);
      case "PENDING_DISCONNECT" -> ending(code, webhook, "disconnect_time", "reason");
      case "PENDING_EXPIRATION" -> ending(code, webhook, "consent_expiration_time", "reason");
      case "USER_PERMISSION_REVOKED" -> Saying.of(ItemEventKind.REVOKED, code, null);
      case "USER_ACCOUNT_REVOKED" -> Saying.of(ItemEventKind.ACCOUNT_REVOKED, code, null);
      case "NEW_ACCOUNTS_AVAILABLE" -> Saying.of(ItemEventKind.NEW_ACCOUNTS);
      case "WEBHOOK_UPDATE_ACKNOWLEDGED" ->
          Saying.of(ItemEventKind.WEBHOOK_MOVED, code, text(webhook, "new_webhook_url"));
      default -> null;
    };
  }

  private static Saying error(JsonObject webhook) {
    JsonObject error =
        webhook.get("error") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    String code = text(error, "error_code");
    return code == null ? null : PlaidErrors.saying(code, text(error, "error_message"));
  }

  private static Saying ending(String code, JsonObject webhook, String day, String reason) {
    return new Saying(
        ItemEventKind.PENDING_DISCONNECT, code, text(webhook, reason), instant(webhook, day));
  }

  /** Null when the time is missing or cannot be read: the warning counts all the same. */
  private static Instant instant(JsonObject webhook, String name) {
    String text = text(webhook, name);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString string ? string.getString() : null;
  }
}
