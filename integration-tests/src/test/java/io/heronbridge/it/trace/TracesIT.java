package io.heronbridge.it.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.ConnectVisit;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Secrets;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.it.support.TraceCollector;
import io.heronbridge.it.support.TraceCollector.Sent;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One id leads from a call of the lender's backend through the outbox to what Heron answered. */
class TracesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final FaultMatch LINK_POSTS =
      FaultMatch.of("heron", "/heron/api/integrations/.*/links").method("POST");

  private final TraceCollector collector = TestRun.current().collector();
  private Scenario scenario;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
  }

  private static String aTrace() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private ApiClient callerIn(String trace) {
    return scenario.server().api().with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
  }

  private LinkedItem connectIn(String trace) {
    String endUser = Examples.anEndUser();
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    JsonObject exchange = scenario.exchangeOf(endUser, linked);
    Answer exchanged = callerIn(trace).post("/api/v1/items/exchange", exchange);
    assertThat(exchanged.status()).as(exchanged.body()).isEqualTo(201);
    assertThat(exchanged.header("Request-Id")).isEqualTo(trace);
    return linked;
  }

  private List<Sent> named(String trace, String name) {
    return collector.trace(trace).stream().filter(span -> span.name().equals(name)).toList();
  }

  private List<Sent> callsBelow(Sent cause) {
    return collector.trace(cause.trace()).stream()
        .filter(span -> span.kind().equals("SPAN_KIND_CLIENT"))
        .filter(span -> span.parent().equals(cause.id()))
        .toList();
  }

  @Test
  void exchangeItsRefusedAttemptAndTheSecondAreOneTrace() {
    String trace = aTrace();
    scenario.sandbox().faults().next(1, LINK_POSTS, FaultEffect.status(503, ""));

    LinkedItem linked = connectIn(trace);

    scenario.awaitLinked(linked.item().itemId());
    Eventually.within(PATIENCE, () -> assertThat(named(trace, "attempt create_link")).hasSize(2));
    Sent request = named(trace, "POST /api/v1/items/exchange").get(0);
    assertThat(request.kind()).isEqualTo("SPAN_KIND_SERVER");
    assertThat(request.parent()).isEqualTo("00f067aa0ba902b7");
    assertThat(request.attribute("http.response.status_code")).isEqualTo("201");
    assertThat(request.resource())
        .containsEntry("service.name", "heron-bridge")
        .containsKeys("service.instance.id", "service.version");
    assertThat(request.resource().get("service.version")).matches("\\d+\\..*");
    assertThat(callsBelow(request))
        .filteredOn(call -> call.name().endsWith("/item/public_token/exchange"))
        .singleElement()
        .matches(call -> call.kind().equals("SPAN_KIND_CLIENT"))
        .matches(call -> call.attribute("http.response.status_code").equals("200"));
    List<Sent> attempts = named(trace, "attempt create_link");
    assertThat(attempts).allMatch(attempt -> attempt.parent().equals(request.id()));
    assertThat(attempts)
        .extracting(attempt -> attempt.attribute("bridge.attempt.outcome"))
        .containsExactly("server_error", "delivered");
    assertThat(attempts)
        .extracting(attempt -> attempt.attribute("bridge.attempt.number"))
        .containsExactly("1", "2");
    assertThat(callsBelow(attempts.get(0)))
        .singleElement()
        .matches(Sent::failed)
        .matches(call -> call.attribute("http.response.status_code").equals("503"));
    assertThat(callsBelow(attempts.get(1)))
        .extracting(call -> call.attribute("http.response.status_code"))
        .last()
        .isEqualTo("201");
  }

  @Test
  void relayIsFoundFromItsIntakeAndNobodyIsSentAnythingMore() {
    LinkedItem linked = connectIn(aTrace());

    scenario.awaitRelayed(linked.item().itemId());

    Eventually.within(
        PATIENCE,
        () -> {
          Sent relay =
              collector.with("bridge.integration.id", scenario.integration()).stream()
                  .filter(span -> span.name().equals("attempt relay_webhook"))
                  .findFirst()
                  .orElseThrow();
          assertThat(named(relay.trace(), "POST /webhooks/plaid/*"))
              .singleElement()
              .matches(intake -> intake.id().equals(relay.parent()));
        });
    assertThat(scenario.sandbox().requests().all())
        .filteredOn(request -> !request.service().equals("lender"))
        .allMatch(request -> request.header("traceparent").isEmpty())
        .allMatch(request -> request.header("request-id").isEmpty());
  }

  @Test
  void linesOfARequestAndOfItsAttemptsTellTheTrace() {
    String trace = aTrace();

    LinkedItem linked = connectIn(trace);

    scenario.awaitLinked(linked.item().itemId());
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(scenario.server().log())
                .content()
                .containsPattern("exchanged .* trace=" + trace + " span=[0-9a-f]{16}")
                .containsPattern("attempt kind=CREATE_LINK .* trace=" + trace));
  }

  @Test
  void tokenOfAHostedLinkIsInNoSpan() {
    ConnectVisit.open(scenario, Examples.anEndUser());

    Eventually.within(
        PATIENCE, () -> assertThat(collector.with("http.route", "/connect/*")).isNotEmpty());
    assertThat(collector.with("url.scheme", "http"))
        .extracting(Sent::name)
        .allMatch(name -> name.matches("[A-Z]+ /.*"))
        .noneMatch(name -> name.matches(".*[A-Za-z0-9_-]{25,}.*"));
  }

  @Test
  void nothingWaitsForACollectorThatHangsOrFails() {
    collector.hang();
    try {
      scenario.awaitLinked(connectIn(aTrace()).item().itemId());
    } finally {
      collector.goOn();
    }
    collector.answer(500);
    try {
      scenario.awaitLinked(connectIn(aTrace()).item().itemId());
      Eventually.within(
          PATIENCE,
          () ->
              assertThat(scenario.server().anyone().get("/metrics").body())
                  .containsPattern("bridge_spans_total\\{result=\"lost\"\\} [1-9]"));
    } finally {
      collector.answer(200);
    }

    String trace = aTrace();
    connectIn(trace);
    Eventually.within(PATIENCE, () -> assertThat(collector.trace(trace)).isNotEmpty());
  }

  @Test
  void lendersBackendMayGoOnInTheTrace() {
    String endpoint = "/api/v1/integrations/" + scenario.integration() + "/events";
    JsonObject wish = new JsonObject();
    wish.addProperty("url", scenario.sandbox().lenderUrl());
    Answer set = scenario.server().api().put(endpoint, wish);
    scenario.sandbox().lender().trust(Secrets.remember(set.text("new_secret")));
    String trace = aTrace();

    Answer sent = callerIn(trace).post(endpoint + "/test");

    assertThat(sent.status()).as(sent.body()).isEqualTo(202);
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(scenario.sandbox().lender().events())
                .singleElement()
                .matches(event -> event.isVerified())
                .extracting(event -> event.request().header("traceparent").orElse(""))
                .asString()
                .matches("00-" + trace + "-[0-9a-f]{16}-01"));
  }
}
