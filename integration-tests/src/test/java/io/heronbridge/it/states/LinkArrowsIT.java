package io.heronbridge.it.states;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where links, integrations and hosted links can go that the other journeys do not lead them. */
class LinkArrowsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final FaultMatch LINK_POSTS =
      FaultMatch.of("heron", ".*/itg_sandbox/links").method("POST");

  private Scenario scenario;
  private ApiClient api;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
    api = scenario.server().api();
  }

  private String connectWhileHeron(FaultEffect effect) {
    scenario.sandbox().faults().always(LINK_POSTS, effect);
    String endUser = Examples.anEndUser();
    return scenario
        .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
        .text("item_id");
  }

  private void assertNothingMoreIsSentAfterRemoval(String itemId) {
    api.delete("/api/v1/items/" + itemId);

    Eventually.within(
        PATIENCE,
        () -> assertThat(api.get("/api/v1/items/" + itemId).text("status")).isEqualTo("removed"));
    scenario.awaitLink(itemId, "cancelled");
  }

  private void awaitMessage(String itemId, String state) {
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(
                    scenario
                        .server()
                        .database()
                        .column(
                            """
                            SELECT m.state FROM (
                              SELECT subject, kind, state, attempts FROM outbox_message
                              UNION ALL
                              SELECT subject, kind, state, attempts FROM finished_message) m
                              JOIN integration_link l ON l.id = m.subject
                              JOIN item i ON i.id = l.item
                             WHERE i.item_id = ? AND m.kind = 'CREATE_LINK' AND m.attempts > ?""",
                            itemId,
                            state.equals("LEASED") ? -1 : 0))
                .containsExactly(state));
  }

  @Test
  void linkThatWaitsIsCancelledWithItsItem() {
    String itemId =
        connectWhileHeron(FaultEffect.status(503, "{}").withHeaders(Map.of("Retry-After", "600")));
    awaitMessage(itemId, "PENDING");

    assertNothingMoreIsSentAfterRemoval(itemId);
  }

  @Test
  void linkUnderWayIsCancelledWithItsItem() {
    String itemId = connectWhileHeron(FaultEffect.delay(Duration.ofSeconds(6)));
    awaitMessage(itemId, "LEASED");

    assertNothingMoreIsSentAfterRemoval(itemId);
  }

  @Test
  void failedLinkIsCancelledWithItsItem() {
    String itemId = connectWhileHeron(FaultEffect.status(422, "{\"code\":422}"));
    scenario.awaitLink(itemId, "failed");

    assertNothingMoreIsSentAfterRemoval(itemId);
  }

  @Test
  void waitingLinkIsTriedAtOnceWhenAPersonAsks() {
    String itemId =
        connectWhileHeron(FaultEffect.status(503, "{}").withHeaders(Map.of("Retry-After", "600")));
    awaitMessage(itemId, "PENDING");
    scenario.sandbox().faults().clear();
    String link =
        api.get("/api/v1/items/" + itemId)
            .json()
            .getAsJsonObject("integration_link")
            .get("id")
            .getAsString();

    api.post("/api/v1/integration-links/" + link + "/resend");

    scenario.awaitLinked(itemId);
  }

  @Test
  void pausedIntegrationTakesAnotherReason() {
    String integration = "/api/v1/integrations/" + scenario.integration();
    api.post(integration + "/pause", Map.of("reason", "a holiday"));

    Answer again = api.post(integration + "/pause", Map.of("reason", "a long holiday"));

    assertThat(again.text("paused_reason")).isEqualTo("a long holiday");
    assertThat(api.post(integration + "/resume").text("status")).isEqualTo("active");
  }

  @Test
  void hostedLinkEndsWithItsTime() {
    Answer unopened = hostedLink();
    Answer opened = hostedLink();
    assertThat(open(opened)).isBetween(300, 399);

    expire(unopened);
    expire(opened);

    assertThat(open(unopened)).isGreaterThanOrEqualTo(400);
    assertThat(open(opened)).isGreaterThanOrEqualTo(400);
  }

  private Answer hostedLink() {
    return api.post(
        "/api/v1/link-sessions",
        Map.of("integration_id", scenario.integration(), "end_user_id", Examples.anEndUser()));
  }

  private int open(Answer session) {
    return scenario.server().anyone().get(URI.create(session.text("url")).getPath()).status();
  }

  /** Its time is over: the row's end is moved, since nobody waits for an hour here. */
  private void expire(Answer session) {
    int changed =
        scenario
            .server()
            .database()
            .change(
                "UPDATE link_session SET expires_at = now() - interval '1 second' WHERE id = ?",
                UUID.fromString(session.text("id")));
    assertThat(changed).isEqualTo(1);
  }
}
