package io.heronbridge.sandbox.heron;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Courier;
import io.heronbridge.sandbox.http.Delivery;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Parcel;
import io.heronbridge.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Heron's own webhooks: who wants to hear of what, and the signed sending. */
public final class HeronCallbacks {
  private static final String SIGNATURE = "Heron-Signature";
  private static final String ERRORING = "integration_link.erroring";
  private static final List<String> TOPICS =
      List.of(
          ERRORING,
          "data_source.enabled",
          "data_source.disabled",
          "data_source_account_summary.created",
          "end_user.created",
          "end_user.processed",
          "end_user.failed",
          "end_user.reviewed",
          "end_user.review_required",
          "transactions.updated",
          "transactions.deleted");
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
  private final Map<String, JsonObject> subscriptions = new ConcurrentHashMap<>();
  private final Courier courier;
  private final HeronSettings settings;

  /** Whether a webhook carries the right signature, one of other bytes, or none. */
  public enum Signing {
    VALID,
    BROKEN,
    UNSIGNED
  }

  HeronCallbacks(ScheduledExecutorService timer, HeronSettings settings) {
    this.courier = new Courier(timer);
    this.settings = settings;
  }

  /** The topics that concern banks and end users; Heron has more. */
  public static List<String> topics() {
    return TOPICS;
  }

  Answer topics(Request request) {
    return Answer.json(200, Json.object("topics", TOPICS));
  }

  Answer list(Request request) {
    return Answer.json(200, Json.object("webhooks", subscriptions.values()));
  }

  Answer subscribe(Request request) {
    return keep(201, HeronIds.fresh("wbh"), HeronBody.of(request));
  }

  Answer change(Request request) {
    require(request.variable("id"));
    return keep(200, request.variable("id"), HeronBody.of(request));
  }

  Answer unsubscribe(Request request) {
    require(request.variable("id"));
    subscriptions.remove(request.variable("id"));
    return Answer.empty(204);
  }

  private void require(String id) {
    if (!subscriptions.containsKey(id)) {
      throw HeronRefusal.of(404, "Webhook not found");
    }
  }

  private Answer keep(int status, String id, HeronBody body) {
    if (!TOPICS.contains(body.text("topic"))) {
      throw HeronRefusal.field("topic", "Must be one of: " + String.join(", ", TOPICS));
    }
    boolean enabled = !body.has("is_enabled") || body.fields().get("is_enabled").getAsBoolean();
    JsonElement headers = body.has("headers") ? body.inside("headers").fields() : JsonNull.INSTANCE;
    JsonObject subscription =
        Json.object(
            "headers", headers,
            "heron_id", id,
            "is_enabled", enabled,
            "topic", body.text("topic"),
            "url", body.text("url"));
    subscriptions.put(id, subscription);
    return Answer.json(status, Json.object("webhook", subscription));
  }

  void reportError(SandboxIntegrationLink link) {
    publish(ERRORING, about(link));
  }

  /** What Heron's webhooks say of a link. Heron publishes no form for it: this one is made up. */
  public static JsonObject about(SandboxIntegrationLink link) {
    return Json.object(
        "item_id", link.itemId(),
        "status", link.status().word(),
        "status_message", link.message(),
        "end_user_id", link.endUserId(),
        "heron_id", link.dataSourceId());
  }

  /** Sends the news to the address in the settings and to everybody who subscribed to the topic. */
  public List<Delivery> publish(String topic, JsonObject data) {
    Map<String, JsonObject> wanted = new LinkedHashMap<>();
    settings.callbackUrl().ifPresent(url -> wanted.put(url, address(url)));
    subscriptions.values().stream()
        .filter(subscription -> subscription.get("is_enabled").getAsBoolean())
        .filter(subscription -> subscription.get("topic").getAsString().equals(topic))
        .forEach(subscription -> wanted.put(subscription.get("url").getAsString(), subscription));
    return wanted.values().stream()
        .map(subscription -> send(subscription, topic, data, Signing.VALID))
        .toList();
  }

  private static JsonObject address(String url) {
    return Json.object("url", url, "headers", null);
  }

  /** Sends the news to one address, subscribed or not. */
  public Delivery send(String url, String topic, JsonObject data) {
    return send(url, topic, data, Signing.VALID);
  }

  /** As above, signed in one of several ways. */
  public Delivery send(String url, String topic, JsonObject data, Signing signing) {
    return send(address(url), topic, data, signing);
  }

  private Delivery send(JsonObject subscription, String topic, JsonObject data, Signing signing) {
    String created = OffsetDateTime.now(ZoneOffset.UTC).format(WITH_OFFSET);
    byte[] body =
        Json.bytes(Json.object("topic", topic, "created", created, "data", data, "meta", null));
    Map<String, String> headers = new LinkedHashMap<>();
    if (Json.has(subscription, "headers")) {
      subscription
          .getAsJsonObject("headers")
          .entrySet()
          .forEach(header -> headers.put(header.getKey(), header.getValue().getAsString()));
    }
    headers.put("Content-Type", "application/json");
    switch (signing) {
      case VALID -> headers.put(SIGNATURE, signature(body));
      case BROKEN -> headers.put(SIGNATURE, signature(new byte[] {'{', '}'}));
      default -> headers.remove(SIGNATURE);
    }
    return courier.send(
        new Parcel(
            topic,
            subscription.get("url").getAsString(),
            body,
            () -> headers,
            settings.callbackRetryDelays(),
            status -> status / 100 == 2));
  }

  /** The base64 of the HMAC-SHA256 of these bytes under the account's secret. */
  public static String signature(byte[] body) {
    try {
      byte[] secret = HeronCredentials.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HmacSHA256", e);
    }
  }

  public List<Delivery> deliveries() {
    return courier.deliveries();
  }

  JsonElement remember() {
    return Json.element(subscriptions);
  }

  void recall(JsonObject known) {
    known
        .asMap()
        .forEach((id, subscription) -> subscriptions.put(id, subscription.getAsJsonObject()));
  }

  void clear() {
    subscriptions.clear();
    courier.clear();
  }
}
