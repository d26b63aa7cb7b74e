package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.List;
import java.util.Set;

/** The calls about items and their accounts. */
final class ItemEndpoints {
  static final BodyForm OPEN = BodyForm.withKeys().requiredText("access_token");
  static final BodyForm REMOVE =
      BodyForm.withKeys()
          .requiredText("access_token")
          .oneOf(
              Set.of(
                  "FRAUD_FIRST_PARTY",
                  "FRAUD_FALSE_IDENTITY",
                  "FRAUD_ABUSE",
                  "FRAUD_OTHER",
                  "CONNECTION_IS_NON_FUNCTIONAL",
                  "OTHER"),
              "reason_code")
          .text("reason_note");
  static final BodyForm WEBHOOK = BodyForm.withKeys().requiredText("access_token").text("webhook");
  static final BodyForm ACCOUNTS =
      BodyForm.withKeys()
          .requiredText("access_token")
          .object("options", new BodyForm().texts("account_ids"));
  private static final int LONGEST_NOTE = 512;
  private final PlaidState state;

  ItemEndpoints(PlaidState state) {
    this.state = state;
  }

  private SandboxItem open(PlaidBody body) {
    return state.items().open(body.text("access_token"));
  }

  /** The one call that tells what is wrong with an item inside a success. */
  JsonObject get(PlaidBody body) {
    SandboxItem item = open(body.conformTo(OPEN));
    return Json.object("item", item.describe(), "status", item.status());
  }

  JsonObject remove(PlaidBody body) {
    body.conformTo(REMOVE);
    if (body.optionalText("reason_note").filter(note -> note.length() > LONGEST_NOTE).isPresent()) {
      throw PlaidBody.invalid("reason_note", "must have 512 characters at most");
    }
    open(body).remove();
    return new JsonObject();
  }

  JsonObject updateWebhook(PlaidBody body) {
    SandboxItem item = open(body.conformTo(WEBHOOK));
    LinkTokenRules.checkWebhook(body.optionalText("webhook").filter(url -> !url.isEmpty()));
    // Null takes the address away; a call that does not name the field changes nothing.
    if (body.mentions("webhook")) {
      item.listenAt(body.optionalText("webhook").orElse(""));
      state.webhooks().fire(item, "WEBHOOK_UPDATE_ACKNOWLEDGED");
    }
    return Json.object("item", item.describe());
  }

  JsonObject accounts(PlaidBody body) {
    SandboxItem item = open(body.conformTo(ACCOUNTS));
    item.error()
        .ifPresent(
            error -> {
              throw new PlaidRefusal(error.asAnswer());
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
}
