package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One login at one sample bank. */
public final class SandboxItem {
  private final String itemId = Ids.opaque(37);
  private final String accessToken = Ids.token("access");
  private final Instant createdAt = Instant.now();
  private final Institution institution;
  private final List<String> products;
  private volatile List<Account> accounts;
  private volatile List<Account.Kind> accountsAtBank;
  private volatile String webhook;
  private volatile Optional<PlaidError> error = Optional.empty();
  private volatile Optional<Instant> consentEndsAt = Optional.empty();
  private volatile Instant lastUpdate = createdAt;
  private volatile Optional<Instant> lastFailure = Optional.empty();
  private volatile Optional<SentWebhook> lastWebhook = Optional.empty();
  private volatile boolean removed;
  private volatile boolean exchanged;

  private record SentWebhook(Instant at, String code) {}

  SandboxItem(
      Institution institution, List<Account> accounts, List<String> products, String webhook) {
    this.institution = institution;
    this.accounts = List.copyOf(accounts);
    this.accountsAtBank = Account.Kind.usual();
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

  public List<String> products() {
    return products;
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

  /** When the consent to this item ends, if an end is known. */
  public Optional<Instant> consentEndsAt() {
    return consentEndsAt;
  }

  /** All accounts of the login, shared or not. */
  public List<Account.Kind> accountsAtBank() {
    return accountsAtBank;
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
    lastFailure = Optional.of(Instant.now());
  }

  /** The login works, and the consent is as good as new. */
  void heal() {
    error = Optional.empty();
    consentEndsAt = Optional.empty();
    lastUpdate = Instant.now();
  }

  void endConsentAt(Instant end) {
    consentEndsAt = Optional.of(end);
  }

  /** The holder opens one more account at the bank, which is not shared yet. */
  synchronized Account.Kind openAccount() {
    Account.Kind next =
        Stream.of(Account.Kind.values())
            .filter(kind -> !accountsAtBank.contains(kind))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the bank has no further account"));
    accountsAtBank = Stream.concat(accountsAtBank.stream(), Stream.of(next)).toList();
    return next;
  }

  /** Shares exactly these; whether that changes anything. An account that stays keeps its id. */
  synchronized boolean share(List<Account.Kind> kinds) {
    Map<Account.Kind, Account> present =
        accounts.stream().collect(Collectors.toMap(Account::kind, account -> account));
    boolean same = present.keySet().equals(Set.copyOf(kinds));
    accounts =
        kinds.stream()
            .distinct()
            .map(kind -> present.getOrDefault(kind, Account.of(kind)))
            .toList();
    return !same;
  }

  /** The last account is shared no more. */
  synchronized Account unshareOne() {
    if (accounts.size() < 2) {
      throw new IllegalStateException("the item shares one account only: revoke the permission");
    }
    Account gone = accounts.get(accounts.size() - 1);
    accounts = accounts.subList(0, accounts.size() - 1);
    return gone;
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
        "auth_method",
        null,
        "available_products",
        List.of("assets", "balance", "identity"),
        "billed_products",
        products,
        "consent_expiration_time",
        consentEndsAt,
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
        Json.object("last_failed_update", lastFailure, "last_successful_update", lastUpdate));
  }

  /** The view for people who watch the sandbox. */
  public JsonObject overview() {
    JsonObject json = describe();
    json.addProperty("access_token", accessToken);
    json.add("accounts", Json.element(accounts.stream().map(Account::forLink).toList()));
    json.addProperty("exchanged", exchanged);
    json.addProperty("removed", removed);
    return json;
  }
}
