package io.heronbridge.sandbox.control;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.heron.HeronCallbacks;
import io.heronbridge.sandbox.heron.HeronSimulator;
import io.heronbridge.sandbox.heron.LinkStatus;
import io.heronbridge.sandbox.heron.SandboxIntegrationLink;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Delivery;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.http.Router;
import java.util.List;
import java.util.Locale;

/** Steers the simulated Heron: the status of links and Heron's own webhooks. */
final class HeronControl {
  private final HeronSimulator heron;

  HeronControl(HeronSimulator heron) {
    this.heron = heron;
  }

  void addTo(Router router) {
    router
        .get("/control/heron/links/{item}", this::show)
        .post("/control/heron/links/{item}", this::setStatus)
        .delete("/control/heron/links/{item}", this::delete)
        .get("/control/heron/callbacks", request -> callbacks())
        .post("/control/heron/callbacks", this::sendCallback);
  }

  private SandboxIntegrationLink link(String item) {
    return heron
        .links()
        .find(item)
        .orElseThrow(() -> new IllegalArgumentException("no link for this item"));
  }

  private Answer show(Request request) {
    return Answer.json(200, link(request.variable("item")).overview());
  }

  private Answer delete(Request request) {
    heron.delete(link(request.variable("item")));
    return Answer.empty(204);
  }

  private Answer setStatus(Request request) {
    JsonObject order = ControlBody.of(request);
    SandboxIntegrationLink link = link(request.variable("item"));
    String word = ControlBody.text(order, "status").toUpperCase(Locale.ROOT);
    heron.setStatus(link, LinkStatus.valueOf(word), Json.text(order, "status_message").orElse(""));
    return Answer.json(200, link.overview());
  }

  private Answer callbacks() {
    List<JsonObject> sent = heron.callbacks().deliveries().stream().map(Delivery::toJson).toList();
    return Answer.json(200, Json.object("data", sent));
  }

  /** To the given address or the one in the settings; about a link, or with any data. */
  private Answer sendCallback(Request request) {
    JsonObject order = ControlBody.of(request);
    String url =
        Json.text(order, "url")
            .or(() -> heron.settings().callbackUrl())
            .orElseThrow(
                () -> new IllegalArgumentException("url must be given, or callback_url be set"));
    String topic = Json.text(order, "topic").orElse("integration_link.erroring");
    Delivery delivery = heron.callbacks().send(url, topic, data(order), signing(order));
    return Answer.json(202, Json.object("delivery_id", delivery.id(), "url", url));
  }

  private JsonObject data(JsonObject order) {
    return Json.has(order, "item_id") && !Json.has(order, "data")
        ? HeronCallbacks.about(link(ControlBody.text(order, "item_id")))
        : ControlBody.objectOrEmpty(order, "data");
  }

  private static HeronCallbacks.Signing signing(JsonObject order) {
    String word = Json.text(order, "signature").orElse("valid").toUpperCase(Locale.ROOT);
    return HeronCallbacks.Signing.valueOf(word);
  }
}
