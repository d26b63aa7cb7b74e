package io.heronbridge.sandbox.control;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.fault.FaultRule;
import io.heronbridge.sandbox.heron.ReceivedRelay;
import io.heronbridge.sandbox.heron.SandboxIntegrationLink;
import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Handler;
import io.heronbridge.sandbox.http.Json;
import io.heronbridge.sandbox.http.Request;
import io.heronbridge.sandbox.http.Router;
import io.heronbridge.sandbox.plaid.PlaidRefusal;
import io.heronbridge.sandbox.plaid.SandboxItem;
import io.heronbridge.sandbox.record.RecordedRequest;
import io.heronbridge.sandbox.settings.Switches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Faults, request log, switches and state over HTTP; wrong input is answered 422 with the reason.
 */
public final class ControlApi implements Handler {
  private static final int SHOWN = 20;
  private final ControlState state;
  private final DemoPlan demo;
  private final Router router = new Router(ControlApi::unknownPath);

  public ControlApi(ControlState state) {
    this.state = state;
    this.demo = new DemoPlan(state.plaid().items());
    addFaults();
    addViews();
    addSettings("plaid", state.plaid().settings().switches());
    addSettings("heron", state.heron().settings().switches());
    new PlaidControl(state.plaid(), state.link()).addTo(router);
    new HeronControl(state.heron()).addTo(router);
    new LenderControl(state.lender()).addTo(router);
    new ConditionControl(state.faults(), state.heron().settings()).addTo(router);
  }

  private static Answer unknownPath(Request request) {
    return Answer.refusal(404, "no such control path: " + request.path());
  }

  private void addFaults() {
    router
        .get("/control/faults", request -> data(state.faults().toJson()))
        .post("/control/faults", this::addFault)
        .delete("/control/faults", request -> done(() -> state.faults().clear()))
        .delete("/control/faults/{id}", this::removeFault)
        .post("/control/demo", request -> created(demo()))
        .post("/control/reset", request -> done(state::reset));
  }

  private void addViews() {
    router
        .get("/control/requests", this::requests)
        .delete("/control/requests", request -> done(() -> state.requests().clear()))
        .get("/control/heron/links", request -> data(links()))
        .get("/control/heron/webhooks", request -> data(relays(request)))
        .delete("/control/heron/webhooks", request -> done(() -> state.heron().relays().clear()))
        .get("/control/overview", request -> overview());
  }

  private void addSettings(String service, Switches switches) {
    String path = "/control/" + service + "/settings";
    router
        .get(path, request -> Answer.json(200, switches.toJson()))
        .post(
            path,
            request -> {
              switches.apply(ControlBody.of(request));
              return Answer.json(200, switches.toJson());
            });
  }

  @Override
  public Answer handle(Request request) {
    try {
      return router.handle(request);
    } catch (PlaidRefusal refusal) {
      return Answer.refusal(422, refusal.getMessage());
    } catch (IllegalArgumentException
        | ClassCastException
        | IllegalStateException
        | UnsupportedOperationException wrong) {
      return Answer.refusal(422, String.valueOf(wrong.getMessage()));
    }
  }

  private Answer addFault(Request request) {
    return created(state.faults().add(ControlBody.of(request)));
  }

  private static Answer created(FaultRule rule) {
    return Answer.json(201, Json.object("id", rule.id()));
  }

  private Answer removeFault(Request request) {
    return state.faults().remove(request.variable("id"))
        ? Answer.empty(204)
        : Answer.refusal(404, "no such fault");
  }

  /** Adds the rules that show newcomers a failed link. */
  public FaultRule demo() {
    return demo.addTo(state.faults());
  }

  /** Everything that the next run is to know. */
  public JsonObject remember() {
    return Json.object(
        "plaid", state.plaid().remember(),
        "heron", state.heron().remember(),
        "lender", state.lender().remember(),
        "refused_once", demo.remember());
  }

  /** Takes up where an earlier run ended. */
  public void recall(JsonObject memory) {
    state.plaid().recall(memory.getAsJsonObject("plaid"));
    state.heron().recall(memory.getAsJsonObject("heron"));
    if (memory.has("lender")) {
      state.lender().recall(memory.getAsJsonObject("lender"));
    }
    demo.recall(ControlBody.texts(memory, "refused_once"));
  }

  private Answer requests(Request request) {
    String service = request.queryValue("service").orElse("");
    Pattern path = Pattern.compile(request.queryValue("path").orElse(""));
    String since = request.queryValue("since").orElse("");
    long afterId = since.matches("[0-9]{1,18}") ? Long.parseLong(since) : 0;
    Instant after = since.contains("T") ? Instant.parse(since) : Instant.EPOCH;
    return data(
        state.requests().all().stream()
            .filter(entry -> service.isEmpty() || service.equals(entry.service()))
            .filter(entry -> path.matcher(entry.path()).find())
            .filter(entry -> entry.id() > afterId && !entry.at().isBefore(after))
            .map(RecordedRequest::toJson)
            .toList());
  }

  private List<JsonObject> links() {
    return state.heron().links().all().stream().map(SandboxIntegrationLink::overview).toList();
  }

  private List<JsonObject> relays(Request request) {
    String item = request.queryValue("item_id").orElse("");
    return state.heron().relays().all().stream()
        .filter(relay -> item.isEmpty() || relay.itemId().orElse("").equals(item))
        .map(ReceivedRelay::toJson)
        .toList();
  }

  private Answer overview() {
    return Answer.json(
        200,
        Json.object(
            "links", latest(state.heron().links().all(), SandboxIntegrationLink::overview),
            "webhooks", latest(state.heron().relays().all(), ReceivedRelay::toJson),
            "events", latest(state.lender().toJson(), event -> event),
            "items", latest(state.plaid().items().all(), SandboxItem::overview),
            "requests", latest(state.requests().all(), RecordedRequest::toJson),
            "faults", state.faults().toJson()));
  }

  /** The last few, newest first. */
  private static <T> List<JsonObject> latest(List<T> rows, Function<T, JsonObject> toJson) {
    List<T> last = new ArrayList<>(rows.subList(Math.max(0, rows.size() - SHOWN), rows.size()));
    Collections.reverse(last);
    return last.stream().map(toJson).toList();
  }

  private static Answer data(List<JsonObject> rows) {
    return Answer.json(200, Json.object("data", rows));
  }

  private static Answer done(Runnable action) {
    action.run();
    return Answer.empty(204);
  }
}
