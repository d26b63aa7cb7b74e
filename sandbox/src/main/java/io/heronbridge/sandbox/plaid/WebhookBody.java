package io.heronbridge.sandbox.plaid;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The contents of Plaid's webhooks and the exact bytes they are sent as. */
public final class WebhookBody {
  /** Two spaces, line feeds, no line feed at the end: the form that Plaid hashes. */
  private static final Gson INDENTED =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private static final List<String> TRANSACTIONS =
      List.of(
          "INITIAL_UPDATE",
          "HISTORICAL_UPDATE",
          "DEFAULT_UPDATE",
          "TRANSACTIONS_REMOVED",
          "SYNC_UPDATES_AVAILABLE",
          "RECURRING_TRANSACTIONS_UPDATE");
  private static final int WEEK = 7;

  private WebhookBody() {}

  public static String typeOf(String code) {
    if (TRANSACTIONS.contains(code)) {
      return "TRANSACTIONS";
    }
    return switch (code) {
      case "SMS_MICRODEPOSITS_VERIFICATION" -> "AUTH";
      case "PRODUCT_READY" -> "ASSETS";
      case "SESSION_FINISHED", "ITEM_ADD_RESULT", "EVENTS" -> "LINK";
      default -> "ITEM";
    };
  }

  /** What this code says about an item; extra fields win over the usual ones. */
  public static JsonObject of(SandboxItem item, String type, String code, JsonObject extra) {
    JsonObject body =
        Json.object(
            "webhook_type",
            type,
            "webhook_code",
            code,
            "item_id",
            item.itemId(),
            "environment",
            "sandbox");
    usual(item, code).entrySet().forEach(field -> body.add(field.getKey(), field.getValue()));
    extra.entrySet().forEach(field -> body.add(field.getKey(), field.getValue()));
    return body;
  }

  private static JsonObject usual(SandboxItem item, String code) {
    return switch (code) {
      case "INITIAL_UPDATE" -> Json.object("error", null, "new_transactions", 19);
      case "HISTORICAL_UPDATE" -> Json.object("error", null, "new_transactions", 231);
      case "DEFAULT_UPDATE" -> Json.object("error", null, "new_transactions", 3);
      case "TRANSACTIONS_REMOVED" ->
          Json.object("error", null, "removed_transactions", List.of(Ids.opaque(37)));
      case "SYNC_UPDATES_AVAILABLE" ->
          Json.object("initial_update_complete", true, "historical_update_complete", true);
      case "RECURRING_TRANSACTIONS_UPDATE" ->
          Json.object("account_ids", item.accounts().stream().map(Account::id).toList());
      case "ERROR" ->
          Json.object("error", item.error().orElseGet(PlaidError::loginRequired).embedded());
      case "PENDING_DISCONNECT" ->
          Json.object(
              "reason", "INSTITUTION_TOKEN_EXPIRATION", "disconnect_time", consentEnd(item));
      case "PENDING_EXPIRATION" -> Json.object("consent_expiration_time", consentEnd(item));
      case "USER_PERMISSION_REVOKED" ->
          Json.object("error", PlaidError.permissionRevoked().embedded());
      case "USER_ACCOUNT_REVOKED" -> Json.object("account_id", item.accounts().get(0).id());
      case "NEW_ACCOUNTS_AVAILABLE" -> Json.object("error", JsonNull.INSTANCE);
      case "WEBHOOK_UPDATE_ACKNOWLEDGED" ->
          Json.object("error", null, "new_webhook_url", item.webhook());
      default -> new JsonObject();
    };
  }

  private static Instant consentEnd(SandboxItem item) {
    return item.consentEndsAt().orElseGet(WebhookBody::inAWeek);
  }

  static Instant inAWeek() {
    return Instant.now().plus(WEEK, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
  }

  /** The bytes of a body, names in alphabetical order. */
  public static byte[] bytes(JsonObject body) {
    Map<String, JsonElement> sorted = new TreeMap<>(body.asMap());
    return INDENTED.toJson(Json.element(sorted)).getBytes(StandardCharsets.UTF_8);
  }
}
