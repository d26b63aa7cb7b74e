package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls about items, accounts and institutions. */
final class ItemEndpoints {
  private static final Set<String> REASONS =
      Set.of(
          "FRAUD_FIRST_PARTY",
          "FRAUD_FALSE_IDENTITY",
          "FRAUD_ABUSE",
          "FRAUD_OTHER",
          "CONNECTION_IS_NON_FUNCTIONAL",
          "OTHER");
  private final PlaidState state;

  ItemEndpoints(PlaidState state) {
    this.state = state;
  }

  private SandboxItem open(PlaidBody body) {
    return state.items().open(body.text("access_token"));
  }

  JsonObject get(PlaidBody body) {
    SandboxItem item = open(body.allowOnly(Set.of("access_token")));
    return Json.object("item", item.describe(), "status", item.status());
  }

  JsonObject remove(PlaidBody body) {
    body.allowOnly(Set.of("access_token", "reason_code", "reason_note"));
    body.optionalText("reason_code")
        .filter(reason -> !REASONS.contains(reason))
        .ifPresent(
            reason -> {
              throw PlaidBody.invalid("reason_code", "is not a known reason");
            });
    open(body).remove();
    return new JsonObject();
  }

  JsonObject updateWebhook(PlaidBody body) {
    SandboxItem item = open(body.allowOnly(Set.of("access_token", "webhook")));
    // Null takes the address away; a call that does not name the field changes nothing.
    if (body.mentions("webhook")) {
      item.listenAt(body.optionalText("webhook").orElse(""));
      acknowledge(item);
    }
    return Json.object("item", item.describe());
  }

  private void acknowledge(SandboxItem item) {
    JsonObject fields = Json.object("error", null, "new_webhook_url", item.webhook());
    state.webhooks().fire(item, "ITEM", "WEBHOOK_UPDATE_ACKNOWLEDGED", fields);
  }

  JsonObject accounts(PlaidBody body) {
    SandboxItem item = open(body.allowOnly(Set.of("access_token", "options")));
    item.error()
        .ifPresent(
            error -> {
              throw new PlaidRefusal(error);
            });
    List<String> wanted = body.object("options").words("account_ids");
    List<String> known = item.accounts().stream().map(Account::id).toList();
    if (!known.containsAll(wanted)) {
      throw new PlaidRefusal(
          PlaidError.invalidInput("INVALID_ACCOUNT_ID", "no such account in this item"));
    }
    List<JsonObject> accounts =
        item.accounts().stream()
            .filter(account -> wanted.isEmpty() || wanted.contains(account.id()))
            .map(Account::describe)
            .toList();
    return Json.object("accounts", accounts, "item", item.describe());
  }

  JsonObject institution(PlaidBody body) {
    body.allowOnly(Set.of("institution_id", "country_codes", "options"))
        .require("institution_id", "country_codes");
    return Json.object("institution", Institution.require(body.text("institution_id")).describe());
  }

  JsonObject verificationKey(PlaidBody body) {
    String id = body.allowOnly(Set.of("key_id")).text("key_id");
    SigningKey key =
        state
            .keys()
            .find(id)
            .orElseThrow(
                () ->
                    new PlaidRefusal(
                        PlaidError.invalidInput(
                            "INVALID_WEBHOOK_VERIFICATION_KEY_ID", "no such key: " + id)));
    return Json.object("key", key.toJwk());
  }

  JsonObject fireWebhook(PlaidBody body) {
    body.allowOnly(Set.of("access_token", "webhook_code", "webhook_type"));
    SandboxItem item = open(body);
    String code = body.text("webhook_code");
    if (item.webhook().isEmpty()) {
      throw new PlaidRefusal(
          new PlaidError(
              400,
              "SANDBOX_ERROR",
              "SANDBOX_WEBHOOK_INVALID",
              "the item has no webhook address",
              Optional.empty()));
    }
    String type = body.optionalText("webhook_type").orElse(WebhookBody.typeOf(code));
    state.webhooks().fire(item, type, code, new JsonObject());
    return Json.object("webhook_fired", true);
  }

  JsonObject resetLogin(PlaidBody body) {
    SandboxItem item = open(body.allowOnly(Set.of("access_token")));
    item.fail(PlaidError.loginRequired());
    state.webhooks().fire(item, "ERROR");
    return Json.object("reset_login", true);
  }
}
