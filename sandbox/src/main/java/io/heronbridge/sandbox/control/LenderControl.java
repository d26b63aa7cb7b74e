package io.heronbridge.sandbox.control;

import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.http.Router;
import io.heronbridge.sandbox.lender.LenderSimulator;

/** Tells the simulated lender's backend which secret signs, and what it got. */
final class LenderControl {
  private final LenderSimulator lender;

  LenderControl(LenderSimulator lender) {
    this.lender = lender;
  }

  void addTo(Router router) {
    router
        .get(
            "/control/lender/events",
            request -> Answer.json(200, Json.object("data", lender.toJson())))
        .post("/control/lender/secrets", this::trust);
  }

  private Answer trust(Request request) {
    lender.trust(ControlBody.text(ControlBody.of(request), "secret"));
    return Answer.empty(204);
  }
}
