package io.heronbridge.sandbox.plaid;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.http.Courier;
import io.heronbridge.sandbox.http.Delivery;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Parcel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Signs and sends Plaid's webhooks: exactly 200 within ten seconds is success. */
public final class PlaidWebhooks {
  private static final int OK = 200;
  private final ScheduledExecutorService timer;
  private final Courier courier;
  private final SigningKeys keys;
  private final PlaidSettings settings;

  PlaidWebhooks(ScheduledExecutorService timer, SigningKeys keys, PlaidSettings settings) {
    this.timer = timer;
    this.courier = new Courier(timer);
    this.keys = keys;
    this.settings = settings;
  }

  /** Sends the webhook of this code to the item's address, if it has one. */
  public Optional<Delivery> fire(SandboxItem item, String code) {
    return fire(item, WebhookBody.typeOf(code), code, new JsonObject());
  }

  /** As above, with a type and further fields of the caller's. */
  public Optional<Delivery> fire(SandboxItem item, String type, String code, JsonObject extra) {
    byte[] body = WebhookBody.bytes(WebhookBody.of(item, type, code, extra));
    item.noteWebhook(code);
    return item.webhook().map(url -> send(type + "/" + code, url, body, SignatureStyle.PROPER));
  }

  /** Sends any bytes to any address, signed as told. */
  public Delivery send(String label, String url, byte[] body, SignatureStyle style) {
    Supplier<Map<String, String>> headers = () -> headers(body, style);
    if (!settings.signsRetriesAnew()) {
      Map<String, String> once = headers.get();
      headers = () -> once;
    }
    return courier.send(
        new Parcel(
            label, url, body, headers, settings.webhookRetryDelays(), status -> status == OK));
  }

  private Map<String, String> headers(byte[] body, SignatureStyle style) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Plaid-Sandbox-Simulator");
    headers.putAll(style.headers(body, keys));
    return headers;
  }

  /** The two updates that follow a new item. */
  void announce(SandboxItem item) {
    later(PlaidSettings.INITIAL_UPDATE_DELAY, item, "INITIAL_UPDATE");
    later(PlaidSettings.HISTORICAL_UPDATE_DELAY, item, "HISTORICAL_UPDATE");
  }

  /** The news that a broken login works again. */
  void announceRepair(SandboxItem item) {
    later(PlaidSettings.REPAIR_WEBHOOK_DELAY, item, "LOGIN_REPAIRED");
  }

  private void later(String delay, SandboxItem item, String code) {
    Duration wait = settings.millis(delay);
    try {
      timer.schedule(() -> fireUnlessRemoved(item, code), wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException ignored) {
      // The sandbox is closing: nobody is left to hear of it.
    }
  }

  private void fireUnlessRemoved(SandboxItem item, String code) {
    if (!item.isRemoved()) {
      fire(item, code);
    }
  }

  /** Tells the token's own address that a Link session has ended. */
  void announceSession(LinkToken token, String publicToken, String session) {
    if (token.webhook().isEmpty() || !(token.hosted() || settings.linkEvents())) {
      return;
    }
    JsonObject body =
        Json.object(
            "webhook_type",
            "LINK",
            "webhook_code",
            "SESSION_FINISHED",
            "environment",
            "sandbox",
            "link_session_id",
            session,
            "link_token",
            token.value(),
            "public_token",
            publicToken,
            "public_tokens",
            List.of(publicToken),
            "status",
            "SUCCESS");
    String url = token.webhook().get();
    send("LINK/SESSION_FINISHED", url, WebhookBody.bytes(body), SignatureStyle.PROPER);
  }

  /** What was sent and how it went, oldest first. */
  public List<Delivery> deliveries() {
    return courier.deliveries();
  }

  void clear() {
    courier.clear();
  }
}
