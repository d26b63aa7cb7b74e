package io.heronbridge.sandbox.control;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Delivery;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.http.Router;
import io.heronbridge.sandbox.link.LinkFlow;
import io.heronbridge.sandbox.plaid.Account;
import io.heronbridge.sandbox.plaid.ItemEvent;
import io.heronbridge.sandbox.plaid.LinkedItem;
import io.heronbridge.sandbox.plaid.PlaidSimulator;
import io.heronbridge.sandbox.plaid.SandboxItem;
import io.heronbridge.sandbox.plaid.SignatureStyle;
import io.heronbridge.sandbox.plaid.SigningKey;
import io.heronbridge.sandbox.plaid.WebhookBody;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Steers the simulated Plaid: items, signing keys, webhooks, Link sessions without a browser. */
final class PlaidControl {
  private static final long A_WEEK = Duration.ofDays(7).toSeconds();
  private static final List<String> EVENTS =
      Stream.of(ItemEvent.values()).map(ItemEvent::word).toList();
  private final PlaidSimulator plaid;
  private final LinkFlow link;

  PlaidControl(PlaidSimulator plaid, LinkFlow link) {
    this.plaid = plaid;
    this.link = link;
  }

  void addTo(Router router) {
    router
        .get("/control/plaid/items", request -> items())
        .get("/control/plaid/items/{id}", this::item)
        .post("/control/plaid/items/{id}/{event}", this::happen)
        .get("/control/plaid/webhooks", request -> deliveries())
        .post("/control/plaid/webhooks", this::fire)
        .get("/control/plaid/keys", request -> keys())
        .post("/control/plaid/keys", request -> Answer.json(201, plaid.keys().rotate().toJwk()))
        .post("/control/plaid/keys/{id}/expire", this::expireKey)
        .post("/control/plaid/link_tokens/{token}/expire", this::expireLinkToken)
        .post("/control/link/complete", this::completeLink);
  }

  private Answer items() {
    List<JsonObject> items = plaid.items().all().stream().map(SandboxItem::overview).toList();
    return Answer.json(200, Json.object("data", items));
  }

  private Answer deliveries() {
    List<JsonObject> sent = plaid.webhooks().deliveries().stream().map(Delivery::toJson).toList();
    return Answer.json(200, Json.object("data", sent));
  }

  private Answer keys() {
    List<JsonObject> keys = plaid.keys().all().stream().map(SigningKey::toJwk).toList();
    return Answer.json(200, Json.object("data", keys));
  }

  private Answer expireKey(Request request) {
    return plaid.keys().expire(request.variable("id"))
        ? Answer.empty(204)
        : Answer.refusal(404, "no such key");
  }

  private Answer expireLinkToken(Request request) {
    plaid.linkTokens().expire(request.variable("token"));
    return Answer.empty(204);
  }

  private SandboxItem item(String id) {
    return plaid
        .items()
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("no such item: " + id));
  }

  private Answer item(Request request) {
    return Answer.json(200, item(request.variable("id")).overview());
  }

  /**
   * Something befalls an item; with {@code "webhook": false} Plaid knows of it but tells nobody.
   */
  private Answer happen(Request request) {
    String word = request.variable("event");
    Optional<ItemEvent> event = ItemEvent.find(word);
    if (event.isEmpty()) {
      return Answer.refusal(404, "no such event: " + word + "; known are " + EVENTS);
    }
    SandboxItem item = item(request.variable("id"));
    JsonObject order = ControlBody.orEmpty(request);
    if (ControlBody.flag(order, "webhook", true)) {
      plaid.happen(event.get(), item, consentEnd(order));
    } else {
      plaid.happenSilently(event.get(), item, consentEnd(order));
    }
    return event.get() == ItemEvent.RESET_LOGIN
        ? Answer.empty(204)
        : Answer.json(200, item.overview());
  }

  private static Instant consentEnd(JsonObject order) {
    return Instant.now()
        .plusSeconds(ControlBody.number(order, "in_seconds", A_WEEK))
        .truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Either a code for an item, or any body to any address. With {@code "happens": true} what the
   * code tells is made true at Plaid as well; else the webhook alone is sent.
   */
  private Answer fire(Request request) {
    JsonObject order = ControlBody.of(request);
    byte[] body =
        Json.has(order, "body")
            ? ControlBody.text(order, "body").getBytes(StandardCharsets.UTF_8)
            : usualBody(order);
    String url = Json.has(order, "url") ? ControlBody.text(order, "url") : itemUrl(order);
    String label = Json.text(order, "webhook_code").orElse("raw");
    Delivery delivery = plaid.webhooks().send(label, url, body, style(order));
    return Answer.json(202, Json.object("delivery_id", delivery.id(), "url", url));
  }

  private byte[] usualBody(JsonObject order) {
    SandboxItem item = item(ControlBody.text(order, "item_id"));
    String code = ControlBody.text(order, "webhook_code");
    String type = Json.text(order, "webhook_type").orElseGet(() -> WebhookBody.typeOf(code));
    JsonObject fields = new JsonObject();
    if (ControlBody.flag(order, "happens", false)) {
      ItemEvent.ofCode(code)
          .map(event -> plaid.happenSilently(event, item, consentEnd(order)))
          .ifPresent(details -> details.asMap().forEach(fields::add));
    }
    ControlBody.objectOrEmpty(order, "fields").asMap().forEach(fields::add);
    return WebhookBody.bytes(WebhookBody.of(item, type, code, fields));
  }

  private String itemUrl(JsonObject order) {
    return item(ControlBody.text(order, "item_id"))
        .webhook()
        .orElseThrow(() -> new IllegalArgumentException("the item has no webhook address"));
  }

  private static SignatureStyle style(JsonObject order) {
    String word = Json.text(order, "signature").orElse("valid").toUpperCase(Locale.ROOT);
    SignatureStyle.Flaw flaw =
        word.equals("VALID") ? SignatureStyle.Flaw.NONE : SignatureStyle.Flaw.valueOf(word);
    long age = ControlBody.number(order, "age_seconds", 0);
    return new SignatureStyle(flaw, Duration.ofSeconds(age));
  }

  /** A whole Link session, as if somebody had clicked through the dialog. */
  private Answer completeLink(Request request) {
    JsonObject order = ControlBody.of(request);
    String token = ControlBody.text(order, "link_token");
    LinkedItem linked = complete(token, order);
    return Answer.json(
        200, Json.object("public_token", linked.publicToken(), "metadata", linked.metadata()));
  }

  private LinkedItem complete(String token, JsonObject order) {
    Optional<String> institution = Json.text(order, "institution_id");
    if (!Json.has(order, "accounts")) {
      return institution.map(id -> link.link(token, id)).orElseGet(() -> link.repair(token));
    }
    List<Account.Kind> kinds = Account.Kind.of(ControlBody.texts(order, "accounts"));
    return institution
        .map(id -> link.link(token, id, kinds))
        .orElseGet(() -> link.repair(token, kinds));
  }
}
