package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.fault.FaultType;
import io.heronbridge.sandbox.heron.LinkStatus;
import io.heronbridge.sandbox.heron.SandboxIntegrationLink;
import io.heronbridge.sandbox.plaid.Institution;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disconnecting banks, whatever Plaid and Heron answer to it. */
class RemovalIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final FaultMatch REMOVALS = FaultMatch.of("plaid", "/plaid/item/remove");
  private static final FaultMatch LINK_POSTS =
      FaultMatch.of("heron", "/heron/api/integrations/.*/links").method("POST");

  private final String endUser = Examples.anEndUser();
  private Scenario scenario;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
  }

  private LinkedItem connect(Institution bank) {
    LinkedItem linked = scenario.chooseBank(endUser, bank);
    Answer exchanged = scenario.exchange(endUser, linked);
    assertThat(exchanged.status()).as(exchanged.body()).isEqualTo(201);
    return linked;
  }

  private LinkedItem connectAndLink(Institution bank) {
    LinkedItem linked = connect(bank);
    scenario.awaitLinked(linked.item().itemId());
    return linked;
  }

  private Answer remove(LinkedItem linked) {
    return scenario.server().api().delete("/api/v1/items/" + linked.item().itemId());
  }

  private JsonObject item(LinkedItem linked) {
    return scenario.server().api().get("/api/v1/items/" + linked.item().itemId()).json();
  }

  private String status(LinkedItem linked) {
    return item(linked).get("status").getAsString();
  }

  private List<String> messagesToHeron(LinkedItem linked, String column) {
    return scenario
        .server()
        .database()
        .column(
            "SELECT "
                + column
                + " FROM (SELECT id, kind, subject, state FROM outbox_message"
                + " UNION ALL SELECT id, kind, subject, state FROM finished_message) m"
                + " JOIN integration_link l ON l.id = m.subject"
                + " JOIN item i ON i.id = l.item LEFT JOIN attempt a ON a.message = m.id"
                + " WHERE m.kind = 'DISABLE_LINKS' AND i.item_id = ? ORDER BY a.started_at",
            linked.item().itemId());
  }

  private void awaitToldToHeron(LinkedItem linked, String... outcomes) {
    Eventually.within(
        PATIENCE, () -> assertThat(messagesToHeron(linked, "a.outcome")).containsExactly(outcomes));
  }

  private void plaidWill(FaultEffect effect) {
    scenario.sandbox().faults().next(1, REMOVALS, effect);
  }

  private LinkStatus atHeron(LinkedItem linked) {
    return scenario.sandbox().heron().links().all().stream()
        .filter(link -> link.itemId().equals(linked.item().itemId()))
        .map(SandboxIntegrationLink::status)
        .findFirst()
        .orElseThrow();
  }

  private long deletesAtHeron() {
    return scenario.sandbox().requests().matching("heron", "/links").stream()
        .filter(request -> request.method().equals("DELETE"))
        .filter(request -> request.request().query().containsValue(endUser))
        .count();
  }

  private List<String> story(LinkedItem linked) {
    return scenario
        .server()
        .database()
        .column(
            "SELECT e.kind FROM item_event e JOIN item i ON i.id = e.item"
                + " WHERE i.item_id = ? ORDER BY e.told_at, e.id",
            linked.item().itemId());
  }

  @Test
  void heronIsToldWhenTheLastBankIsGone() {
    LinkedItem linked = connectAndLink(Examples.FIRST_PLATYPUS);

    assertThat(remove(linked).status()).isEqualTo(204);

    Eventually.within(
        PATIENCE, () -> assertThat(atHeron(linked)).isEqualTo(LinkStatus.SYNC_DISABLED));
    assertThat(deletesAtHeron()).isEqualTo(1);
    assertThat(story(linked)).contains("CONNECTED", "REMOVAL_REQUESTED", "REMOVED");
  }

  @Test
  void heronIsNotToldToStopTheEndUsersOtherBank() {
    LinkedItem kept = connectAndLink(Examples.FIRST_PLATYPUS);
    LinkedItem gone = connectAndLink(Institution.TARTAN);

    assertThat(remove(gone).status()).isEqualTo(204);
    LinkedItem last = connectAndLink(Institution.FIRST_GINGHAM);
    assertThat(remove(last).status()).isEqualTo(204);

    assertThat(status(gone)).isEqualTo("removed");
    assertThat(gone.item().isRemoved()).isTrue();
    assertThat(deletesAtHeron()).isZero();
    assertThat(atHeron(kept)).isNotEqualTo(LinkStatus.SYNC_DISABLED);
  }

  @Test
  void bankConnectedWhileHeronWasDownIsNotStoppedWithTheOneBefore() {
    LinkedItem before = connectAndLink(Examples.FIRST_PLATYPUS);
    FaultMatch deletes = FaultMatch.of("heron", "/heron/api/integrations/.*/links");
    scenario
        .sandbox()
        .faults()
        .next(2, deletes.method("DELETE"), FaultEffect.status(503, "{\"code\":503}"));
    assertThat(remove(before).status()).isEqualTo(204);

    LinkedItem after = connectAndLink(Institution.TARTAN);

    Eventually.within(
        PATIENCE,
        () ->
            assertThat(messagesToHeron(before, "m.state")).isNotEmpty().containsOnly("DELIVERED"));
    assertThat(atHeron(after)).isNotEqualTo(LinkStatus.SYNC_DISABLED);
  }

  @Test
  void heronIsNotToldWhileItHasALinkThatWeDoNotKnow() {
    LinkedItem linked = connectAndLink(Examples.FIRST_PLATYPUS);
    scenario
        .server()
        .database()
        .change(
            "INSERT INTO unknown_link (id, integration, end_user, item_id, heron_status,"
                + " first_seen_at, last_seen_at)"
                + " SELECT gen_random_uuid(), ?::uuid, id, 'stranger', 'active', now(), now()"
                + " FROM end_user WHERE end_user_id = ?",
            scenario.integration(),
            endUser);

    assertThat(remove(linked).status()).isEqualTo(204);

    assertThat(messagesToHeron(linked, "m.state")).isEmpty();
    assertThat(deletesAtHeron()).isZero();
  }

  @Test
  void bankInAnotherIntegrationWithTheSameLinkUrlIsNotStopped() {
    LinkedItem gone = connectAndLink(Examples.FIRST_PLATYPUS);
    Scenario other = scenario.alsoDirect();
    LinkedItem kept = other.chooseBank(endUser, Institution.TARTAN);
    assertThat(other.exchange(endUser, kept).status()).isEqualTo(201);
    other.awaitLinked(kept.item().itemId());

    assertThat(remove(gone).status()).isEqualTo(204);

    assertThat(messagesToHeron(gone, "m.state")).isEmpty();
    assertThat(remove(kept).status()).isEqualTo(204);
    awaitToldToHeron(kept, "DELIVERED");
    assertThat(atHeron(gone)).isEqualTo(LinkStatus.SYNC_DISABLED);
  }

  @Test
  void beingSlowedDownByHeronCostsNoAttempt() {
    LinkedItem linked = connectAndLink(Examples.FIRST_PLATYPUS);
    FaultMatch deletes = FaultMatch.of("heron", "/heron/api/integrations/.*/links");
    scenario
        .sandbox()
        .faults()
        .next(
            1,
            deletes.method("DELETE"),
            FaultEffect.status(429, "{\"code\":429}").withHeaders(Map.of("Retry-After", "1")));

    assertThat(remove(linked).status()).isEqualTo(204);

    awaitToldToHeron(linked, "RATE_LIMITED", "DELIVERED");
    assertThat(messagesToHeron(linked, "a.number::text")).containsExactly("0", "1");
  }

  @Test
  void removalWhoseAnswerWasLostIsCarriedThrough() {
    LinkedItem linked = connectAndLink(Examples.FIRST_PLATYPUS);
    plaidWill(FaultEffect.of(FaultType.RESET_AFTER));

    Answer removed = remove(linked);

    assertThat(removed.status()).isEqualTo(503);
    assertThat(removed.body()).contains("carried on");
    Eventually.within(PATIENCE, () -> assertThat(status(linked)).isEqualTo("removed"));
  }

  @Test
  void removalGoesOnWhenPlaidIsWellAgain() {
    LinkedItem linked = connectAndLink(Examples.FIRST_PLATYPUS);
    scenario.sandbox().faults().next(3, REMOVALS, FaultEffect.status(500, "<html>"));

    Answer removed = remove(linked);

    assertThat(removed.status()).isEqualTo(503);
    Eventually.within(PATIENCE, () -> assertThat(status(linked)).isEqualTo("removed"));
    assertThat(linked.item().isRemoved()).isTrue();
  }

  @Test
  void itemThatPlaidNoLongerHasCountsAsRemoved() {
    LinkedItem linked = connectAndLink(Examples.FIRST_PLATYPUS);
    plaidWill(
        FaultEffect.status(
            400,
            "{\"error_type\":\"ITEM_ERROR\",\"error_code\":\"ITEM_NOT_FOUND\",\"error_message\":\"gone\"}"));

    assertThat(remove(linked).status()).isEqualTo(204);

    assertThat(status(linked)).isEqualTo("removed");
  }

  @Test
  void removalThatPlaidRefusesChangesNothingAndIsTold() {
    LinkedItem linked = connectAndLink(Examples.FIRST_PLATYPUS);
    plaidWill(
        FaultEffect.status(
            400,
            "{\"error_type\":\"INVALID_INPUT\",\"error_code\":\"INVALID_ACCESS_TOKEN\","
                + "\"error_message\":\"no\",\"request_id\":\"r1\"}"));

    Answer removed = remove(linked);

    assertThat(removed.status()).isEqualTo(422);
    assertThat(removed.text("error_code")).isEqualTo("INVALID_ACCESS_TOKEN");
    assertThat(status(linked)).isEqualTo("active");
    assertThat(story(linked)).contains("REMOVAL_REFUSED");
    assertThat(remove(linked).status()).isEqualTo(204);
  }

  @Test
  void waitingSubmissionAndWebhooksAreCancelled() {
    scenario
        .sandbox()
        .faults()
        .next(100, LINK_POSTS, FaultEffect.status(503, "{\"code\":503,\"description\":\"busy\"}"));
    LinkedItem linked = connect(Examples.FIRST_PLATYPUS);
    String seen = "/api/v1/webhooks?item_id=" + linked.item().itemId();
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(scenario.server().api().get(seen).json().getAsJsonArray("data")).hasSize(2));

    assertThat(remove(linked).status()).isEqualTo(204);

    assertThat(item(linked).getAsJsonObject("integration_link").get("status").getAsString())
        .isEqualTo("cancelled");
    assertThat(scenario.server().api().get(seen).json().getAsJsonArray("data"))
        .allSatisfy(
            webhook ->
                assertThat(webhook.getAsJsonObject().get("status").getAsString())
                    .isEqualTo("not_relayed"));
    assertThat(deletesAtHeron()).isZero();
  }

  @Test
  void erasureDoesNotTellHeronAgain() {
    LinkedItem linked = connectAndLink(Examples.FIRST_PLATYPUS);
    assertThat(remove(linked).status()).isEqualTo(204);
    awaitToldToHeron(linked, "DELIVERED");

    Answer erased = scenario.server().api().delete("/api/v1/end-users/" + endUser);

    assertThat(erased.status()).as(erased.body()).isEqualTo(204);
    assertThat(deletesAtHeron()).isEqualTo(1);
  }

  @Test
  void erasureRemovesEveryBankAndTellsHeron() {
    LinkedItem first = connectAndLink(Examples.FIRST_PLATYPUS);
    LinkedItem second = connectAndLink(Institution.TARTAN);

    Answer erased = scenario.server().api().delete("/api/v1/end-users/" + endUser);

    assertThat(erased.status()).as(erased.body()).isEqualTo(204);
    assertThat(first.item().isRemoved()).isTrue();
    assertThat(second.item().isRemoved()).isTrue();
    assertThat(atHeron(first)).isEqualTo(LinkStatus.SYNC_DISABLED);
    assertThat(atHeron(second)).isEqualTo(LinkStatus.SYNC_DISABLED);
    assertThat(
            scenario
                .server()
                .database()
                .number("SELECT count(*) FROM end_user WHERE end_user_id = ?", endUser))
        .isZero();
  }
}
