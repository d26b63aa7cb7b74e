package io.heronbridge.sandbox.control;

import com.google.gson.JsonObject;
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
        .post("/control/heron/links/{item}", this::setStatus)
        .get("/control/heron/callbacks", request -> callbacks())
        .post("/control/heron/callbacks", this::sendCallback);
  }

  private Answer setStatus(Request request) {
    JsonObject order = ControlBody.of(request);
    SandboxIntegrationLink link =
        heron
            .links()
            .find(request.variable("item"))
            .orElseThrow(() -> new IllegalArgumentException("no link for this item"));
    String word = ControlBody.text(order, "status").toUpperCase(Locale.ROOT);
    heron.setStatus(link, LinkStatus.valueOf(word), Json.text(order, "status_message").orElse(""));
    return Answer.json(200, link.overview());
  }

  private Answer callbacks() {
    List<JsonObject> sent = heron.callbacks().deliveries().stream().map(Delivery::toJson).toList();
    return Answer.json(200, Json.object("data", sent));
  }

  private Answer sendCallback(Request request) {
    JsonObject order = ControlBody.of(request);
    Delivery delivery =
        heron
            .callbacks()
            .send(
                ControlBody.text(order, "url"),
                ControlBody.text(order, "topic"),
                ControlBody.objectOrEmpty(order, "data"));
    return Answer.json(202, Json.object("delivery_id", delivery.id()));
  }
}
