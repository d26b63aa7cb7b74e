package io.heronbridge.it.states;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.plaid.SignatureStyle;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a webhook can go on its way to Heron. */
class WebhookArrowsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SHORT_CALL = Duration.ofSeconds(4);
  private static final Duration LONG_CALL = Duration.ofSeconds(9);
  private static final FaultMatch RELAYS = FaultMatch.of("heron", "/heron/webhooks/.*");
  private static final FaultMatch REFRESHES = FaultMatch.of("heron", ".*/refresh");

  private Scenario scenario;
  private String itemId;

  @BeforeEach
  void connect() {
    scenario = Scenario.onSharedServer();
    String endUser = Examples.anEndUser();
    itemId =
        scenario
            .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
            .text("item_id");
    scenario.awaitLinked(itemId);
    Eventually.within(PATIENCE, () -> assertThat(scenario.awaitRelayed(itemId)).hasSize(2));
  }

  private String receive() {
    return receive(itemId);
  }

  private String receive(String about) {
    String mark = UUID.randomUUID().toString();
    String body =
        """
        {"webhook_type": "TRANSACTIONS", "webhook_code": "DEFAULT_UPDATE", "mark": "%s", "item_id": %s}\
        """
            .formatted(mark, about == null ? "null" : "\"" + about + "\"");
    scenario
        .sandbox()
        .plaid()
        .webhooks()
        .send(
            "test",
            scenario.server().url() + "/webhooks/plaid/" + scenario.integration(),
            body.getBytes(UTF_8),
            SignatureStyle.PROPER);
    String find =
        "SELECT id::text FROM received_webhook WHERE position(convert_to(?, 'UTF8') IN body) > 0";
    Eventually.within(PATIENCE, () -> assertThat(database().column(find, mark)).hasSize(1));
    return database().column(find, mark).get(0);
  }

  private Database database() {
    return scenario.server().database();
  }

  private String status(String webhook) {
    return scenario.server().api().get("/api/v1/webhooks/" + webhook).text("status");
  }

  private void await(String webhook, String status) {
    Eventually.within(PATIENCE, () -> assertThat(status(webhook)).isEqualTo(status));
  }

  private void resend(String webhook) {
    Answer answer = scenario.server().api().post("/api/v1/webhooks/" + webhook + "/resend");
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
  }

  /** Its five minutes are over, or begin anew: nobody waits for them here. */
  private void sign(String webhook, Duration ago) {
    database()
        .change(
            "UPDATE received_webhook SET signed_at = now() - make_interval(secs => ?) WHERE id = ?",
            (double) ago.toSeconds(),
            UUID.fromString(webhook));
  }

  private void heronWill(FaultMatch calls, FaultEffect effect) {
    scenario.sandbox().faults().next(1, calls, effect);
  }

  /** Heron's first answer to a refresh tells of the sync before it; a later one of this sync. */
  private void resendUntilRefreshed(String webhook) {
    Eventually.within(
        PATIENCE,
        () -> {
          if (!status(webhook).equals("refreshed")) {
            resend(webhook);
            Eventually.within(
                Duration.ofSeconds(1), () -> assertThat(status(webhook)).isEqualTo("refreshed"));
          }
        });
  }

  @Test
  void deliveredWebhookIsSentAgainInItsFiveMinutesAndRefreshedAfterThem() {
    String webhook = receive();
    await(webhook, "delivered");

    resend(webhook);
    await(webhook, "delivered");
    sign(webhook, Duration.ofMinutes(10));
    resend(webhook);

    resendUntilRefreshed(webhook);
  }

  @Test
  void refusedWebhookIsMadeGoodByARefreshAndMayBeResentEvenThen() {
    heronWill(RELAYS, FaultEffect.status(400, "{\"code\":400}"));
    heronWill(REFRESHES, FaultEffect.delay(SHORT_CALL));
    String webhook = receive();
    await(webhook, "refresh_requested");

    sign(webhook, Duration.ofMinutes(10));
    resend(webhook);
    resendUntilRefreshed(webhook);
    resend(webhook);
    resendUntilRefreshed(webhook);
    sign(webhook, Duration.ZERO);
    resend(webhook);

    await(webhook, "delivered");
  }

  @Test
  void refusedWebhookIsSentAgainInItsFiveMinutes() {
    heronWill(RELAYS, FaultEffect.status(400, "{\"code\":400}"));
    heronWill(REFRESHES, FaultEffect.delay(SHORT_CALL));
    String webhook = receive();
    await(webhook, "refresh_requested");

    resend(webhook);

    await(webhook, "delivered");
  }

  @Test
  void webhookHeronNeitherTakesNorRefreshesFailsAndMayBeResent() {
    heronWill(RELAYS, FaultEffect.status(400, "{\"code\":400}"));
    heronWill(REFRESHES, FaultEffect.status(400, "{\"code\":400}"));
    String webhook = receive();
    await(webhook, "failed");

    resend(webhook);
    await(webhook, "delivered");

    heronWill(RELAYS, FaultEffect.status(400, "{\"code\":400}"));
    heronWill(REFRESHES, FaultEffect.status(400, "{\"code\":400}"));
    String late = receive();
    await(late, "failed");
    sign(late, Duration.ofMinutes(10));
    resendUntilRefreshed(late);
  }

  @Test
  void webhookThatNoLinkCouldMakeGoodFails() {
    heronWill(RELAYS, FaultEffect.status(400, "{\"code\":400}"));

    await(receive(null), "failed");
  }

  /** A person was quicker than Heron's answer: what Heron took counts, whatever came meanwhile. */
  @ParameterizedTest
  @ValueSource(strings = {"refresh_requested", "refreshed", "failed"})
  void answerThatComesAfterAResendCounts(String meanwhile) {
    heronWill(RELAYS, FaultEffect.delay(LONG_CALL));
    String webhook = receive();
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(
                    database()
                        .column(
                            "SELECT state FROM outbox_message WHERE subject = ?",
                            UUID.fromString(webhook)))
                .containsExactly("LEASED"));
    sign(webhook, Duration.ofMinutes(10));
    switch (meanwhile) {
      case "failed" -> heronWill(REFRESHES, FaultEffect.status(400, "{\"code\":400}"));
      case "refresh_requested" ->
          heronWill(REFRESHES, FaultEffect.delay(LONG_CALL.multipliedBy(2)));
      default -> {
        // Heron refreshes at once.
      }
    }
    resend(webhook);
    await(webhook, meanwhile);

    await(webhook, "delivered");
  }
}
