package io.heronbridge.sandbox.control;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Delivery;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.http.Router;
import io.heronbridge.sandbox.link.LinkFlow;
import io.heronbridge.sandbox.plaid.LinkedItem;
import io.heronbridge.sandbox.plaid.PlaidSimulator;
import io.heronbridge.sandbox.plaid.SandboxItem;
import io.heronbridge.sandbox.plaid.SignatureStyle;
import io.heronbridge.sandbox.plaid.SigningKey;
import io.heronbridge.sandbox.plaid.WebhookBody;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Steers the simulated Plaid: items, signing keys, webhooks, Link sessions without a browser. */
final class PlaidControl {
  private final PlaidSimulator plaid;
  private final LinkFlow link;

  PlaidControl(PlaidSimulator plaid, LinkFlow link) {
    this.plaid = plaid;
    this.link = link;
  }

  void addTo(Router router) {
    router
        .get("/control/plaid/items", request -> items())
        .post("/control/plaid/items/{id}/reset_login", this::resetLogin)
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

  private Answer resetLogin(Request request) {
    plaid.breakLogin(item(request.variable("id")));
    return Answer.empty(204);
  }

  /** Either a code for an item, or any body to any address. */
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
    return WebhookBody.bytes(
        WebhookBody.of(item, type, code, ControlBody.objectOrEmpty(order, "fields")));
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
    long age = Json.has(order, "age_seconds") ? order.get("age_seconds").getAsLong() : 0;
    return new SignatureStyle(flaw, Duration.ofSeconds(age));
  }

  /** A whole Link session, as if somebody had clicked through the dialog. */
  private Answer completeLink(Request request) {
    JsonObject order = ControlBody.of(request);
    String token = ControlBody.text(order, "link_token");
    LinkedItem linked =
        Json.text(order, "institution_id")
            .map(institution -> link.link(token, institution))
            .orElseGet(() -> link.repair(token));
    return Answer.json(
        200, Json.object("public_token", linked.publicToken(), "metadata", linked.metadata()));
  }
}
