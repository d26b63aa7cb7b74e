package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One login at one sample bank. */
public final class SandboxItem {
  private final String itemId = Ids.opaque(37);
  private final String accessToken = Ids.token("access");
  private final Instant createdAt = Instant.now();
  private final Institution institution;
  private final List<String> products;
  private final List<Account> accounts;
  private volatile String webhook;
  private volatile Optional<PlaidError> error = Optional.empty();
  private volatile Optional<SentWebhook> lastWebhook = Optional.empty();
  private volatile boolean removed;
  private volatile boolean exchanged;

  private record SentWebhook(Instant at, String code) {}

  SandboxItem(
      Institution institution, List<Account> accounts, List<String> products, String webhook) {
    this.institution = institution;
    this.accounts = accounts;
    this.products = List.copyOf(products);
    this.webhook = webhook;
  }

  public String itemId() {
    return itemId;
  }

  public String accessToken() {
    return accessToken;
  }

  public Institution institution() {
    return institution;
  }

  public List<Account> accounts() {
    return accounts;
  }

  /** Where webhooks go, if anywhere. */
  public Optional<String> webhook() {
    return Optional.of(webhook).filter(url -> !url.isEmpty());
  }

  /** What is wrong with the login, if anything. */
  public Optional<PlaidError> error() {
    return error;
  }

  public boolean isRemoved() {
    return removed;
  }

  public boolean isExchanged() {
    return exchanged;
  }

  void markExchanged() {
    exchanged = true;
  }

  void remove() {
    removed = true;
  }

  void fail(PlaidError problem) {
    error = Optional.of(problem);
  }

  void heal() {
    error = Optional.empty();
  }

  /** An empty address means that no webhooks are wanted. */
  void listenAt(String url) {
    webhook = url;
  }

  void noteWebhook(String code) {
    lastWebhook = Optional.of(new SentWebhook(Instant.now(), code));
  }

  JsonObject describe() {
    return Json.object(
        "available_products",
        List.of("assets", "balance", "identity"),
        "billed_products",
        products,
        "consent_expiration_time",
        null,
        "consented_data_scopes",
        List.of(),
        "consented_products",
        products,
        "consented_use_cases",
        List.of(),
        "created_at",
        createdAt.truncatedTo(ChronoUnit.SECONDS),
        "error",
        error.map(PlaidError::embedded),
        "institution_id",
        institution.id(),
        "institution_name",
        institution.name(),
        "item_id",
        itemId,
        "products",
        products,
        "update_type",
        "background",
        "webhook",
        webhook);
  }

  JsonObject status() {
    JsonObject sent =
        lastWebhook
            .map(last -> Json.object("code_sent", last.code(), "sent_at", last.at()))
            .orElse(null);
    return Json.object(
        "investments",
        null,
        "last_webhook",
        sent,
        "transactions",
        Json.object("last_failed_update", null, "last_successful_update", createdAt));
  }

  /** The view for people who watch the sandbox. */
  public JsonObject overview() {
    JsonObject json = describe();
    json.addProperty("access_token", accessToken);
    json.addProperty("exchanged", exchanged);
    json.addProperty("removed", removed);
    return json;
  }
}
