package io.heronbridge.integration.plaid;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What Plaid says of an item when it is asked. Read leniently: only the item itself must be there.
 *
 * @param webhook where Plaid sends the item's webhooks; empty when nowhere
 * @param lastWebhookAt when Plaid last sent one
 */
public record ItemReading(
    String itemId,
    Optional<Trouble> trouble,
    Optional<String> webhook,
    Optional<Instant> consentExpiresAt,
    Optional<String> institutionId,
    Optional<String> institutionName,
    Optional<Instant> lastWebhookAt) {

  /** The error Plaid keeps with the item. */
  public record Trouble(String code, String message) {}

  /** Empty when the answer tells of no item. */
  static Optional<ItemReading> in(JsonObject answer) {
    JsonObject item = object(answer, "item");
    Optional<String> id = text(item, "item_id");
    return id.map(itemId -> of(itemId, item, object(answer, "status")));
  }

  private static ItemReading of(String itemId, JsonObject item, JsonObject status) {
    JsonObject error = object(item, "error");
    return new ItemReading(
        itemId,
        text(error, "error_code")
            .map(code -> new Trouble(code, text(error, "error_message").orElse(null))),
        text(item, "webhook"),
        text(item, "consent_expiration_time").flatMap(ItemReading::instant),
        text(item, "institution_id"),
        text(item, "institution_name"),
        text(object(status, "last_webhook"), "sent_at").flatMap(ItemReading::instant));
  }

  private static JsonObject object(JsonObject parent, String name) {
    JsonElement element = parent.get(name);
    return element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
  }

  /** Empty when it is missing, blank or no text. */
  private static Optional<String> text(JsonObject object, String name) {
    JsonElement element = object.get(name);
    boolean isText =
        element != null
            && element.isJsonPrimitive()
            && element.getAsJsonPrimitive().isString()
            && !element.getAsString().isBlank();
    return isText ? Optional.of(element.getAsString()) : Optional.empty();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException notReadable) {
      return Optional.empty();
    }
  }
}
