package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calls that Plaid offers in its sandbox only. */
final class SandboxEndpoints {
  /** What may be fired, under which types. */
  private static final Map<String, Set<String>> FIRABLE =
      Map.ofEntries(
          Map.entry(
              "DEFAULT_UPDATE",
              Set.of("TRANSACTIONS", "HOLDINGS", "INVESTMENTS_TRANSACTIONS", "LIABILITIES")),
          Map.entry("SYNC_UPDATES_AVAILABLE", Set.of("TRANSACTIONS")),
          Map.entry("RECURRING_TRANSACTIONS_UPDATE", Set.of("TRANSACTIONS")),
          Map.entry("NEW_ACCOUNTS_AVAILABLE", Set.of("ITEM")),
          Map.entry("AUTHORIZATION_GRANTED", Set.of("ITEM")),
          Map.entry("USER_PERMISSION_REVOKED", Set.of("ITEM")),
          Map.entry("USER_ACCOUNT_REVOKED", Set.of("ITEM")),
          Map.entry("PENDING_DISCONNECT", Set.of("ITEM")),
          Map.entry("LOGIN_REPAIRED", Set.of("ITEM")),
          Map.entry("SMS_MICRODEPOSITS_VERIFICATION", Set.of("AUTH")),
          Map.entry("PRODUCT_READY", Set.of("ASSETS")),
          // Not the error of an item: Plaid fires the one of an asset report here.
          Map.entry("ERROR", Set.of("ASSETS")));

  private static final Map<String, String> PRODUCTS =
      Map.of(
          "TRANSACTIONS", "transactions",
          "HOLDINGS", "investments",
          "INVESTMENTS_TRANSACTIONS", "investments",
          "LIABILITIES", "liabilities",
          "AUTH", "auth",
          "ASSETS", "assets");
  static final BodyForm FIRE =
      BodyForm.withKeys()
          .requiredText("access_token", "webhook_code")
          .oneOf(
              Set.of(
                  "AUTH",
                  "HOLDINGS",
                  "INVESTMENTS_TRANSACTIONS",
                  "ITEM",
                  "LIABILITIES",
                  "TRANSACTIONS",
                  "ASSETS"),
              "webhook_type");
  private static final BodyForm HISTORY =
      new BodyForm().text("start_date", "end_date").number("days_requested");
  static final BodyForm PUBLIC_TOKEN =
      BodyForm.withKeys()
          .requiredText("institution_id")
          .requiredTexts("initial_products")
          .object(
              "options",
              new BodyForm()
                  .text("webhook", "override_username", "override_password")
                  .object("transactions", HISTORY)
                  .objects("statements", "income_verification"))
          .text("user_token", "user_id");
  private final PlaidState state;

  SandboxEndpoints(PlaidState state) {
    this.state = state;
  }

  JsonObject createPublicToken(PlaidBody body) {
    List<String> products = body.conformTo(PUBLIC_TOKEN).words("initial_products");
    if (products.isEmpty()) {
      throw PlaidBody.invalid("initial_products", "must hold one or more products");
    }
    Products.check("initial_products", products);
    PlaidBody options = body.object("options");
    LinkTokenRules.checkWebhook(options.optionalText("webhook"));
    LinkTokenRules.checkHistory(options.object("transactions"));
    Institution institution = Institution.require(body.text("institution_id"));
    List<Account> accounts = Account.of(Account.Kind.usual());
    SandboxItem item =
        new SandboxItem(
            institution, accounts, products, options.optionalText("webhook").orElse(""));
    state.items().add(item);
    return Json.object("public_token", state.items().issuePublicToken(item));
  }

  JsonObject fireWebhook(PlaidBody body) {
    String code = body.conformTo(FIRE).text("webhook_code");
    SandboxItem item = state.items().open(body.text("access_token"));
    String type = type(code, body.optionalText("webhook_type"));
    String product = PRODUCTS.get(type);
    if (product != null && !item.products().contains(product)) {
      throw sandboxError("SANDBOX_PRODUCT_NOT_ENABLED", "the item does not have " + product);
    }
    if (item.webhook().isEmpty()) {
      throw sandboxError("SANDBOX_WEBHOOK_INVALID", "the item has no webhook address");
    }
    state.webhooks().fire(item, type, code, new JsonObject());
    return Json.object("webhook_fired", true);
  }

  private static String type(String code, Optional<String> asked) {
    Set<String> types = FIRABLE.get(code);
    if (types == null) {
      throw PlaidBody.invalid("webhook_code", "is not a code that can be fired");
    }
    if (asked.isPresent() && !types.contains(asked.get())) {
      throw sandboxError("SANDBOX_WEBHOOK_INVALID", asked.get() + " has no webhook " + code);
    }
    return asked.orElse(types.size() == 1 ? types.iterator().next() : "TRANSACTIONS");
  }

  private static PlaidRefusal sandboxError(String code, String message) {
    return new PlaidRefusal(new PlaidError(400, "SANDBOX_ERROR", code, message, Optional.empty()));
  }

  JsonObject resetLogin(PlaidBody body) {
    SandboxItem item = state.items().open(body.conformTo(ItemEndpoints.OPEN).text("access_token"));
    item.fail(PlaidError.loginRequired());
    state.webhooks().fire(item, "ERROR");
    return Json.object("reset_login", true);
  }
}
