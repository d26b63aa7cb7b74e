package io.heronbridge.it.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.plaid.LinkedItem;
import io.heronbridge.sandbox.plaid.SignatureStyle;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks that Heron could not take within their five minutes, and those that come too early. */
class LateWebhooksIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final FaultMatch RELAYS = FaultMatch.of("heron", "/heron/webhooks/.*");

  private final String endUser = Examples.anEndUser();
  private Scenario scenario;
  private LinkedItem linked;

  @BeforeEach
  void chooseBank() {
    scenario = Scenario.onSharedServer();
    linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
  }

  private void connect() {
    assertThat(scenario.exchange(endUser, linked).status()).isEqualTo(201);
    scenario.awaitLinked(linked.item().itemId());
    scenario.awaitRelayed(linked.item().itemId());
  }

  private void plaidSigned(String code, String itemId, int secondsAgo) {
    String body =
        "{\"webhook_type\": \"TRANSACTIONS\", \"webhook_code\": \"%s\", \"item_id\": \"%s\"}"
            .formatted(code, itemId);
    scenario
        .sandbox()
        .plaid()
        .webhooks()
        .send(
            "test",
            scenario.server().url() + "/webhooks/plaid/" + scenario.integration(),
            body.getBytes(UTF_8),
            SignatureStyle.PROPER.aged(Duration.ofSeconds(secondsAgo)));
  }

  private List<JsonObject> seen(String itemId, String code) {
    JsonObject page = scenario.server().api().get("/api/v1/webhooks?item_id=" + itemId).json();
    return StreamSupport.stream(page.getAsJsonArray("data").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(webhook -> webhook.get("webhook_code").getAsString().equals(code))
        .toList();
  }

  private void awaitStatus(String itemId, String code, int count, String... statuses) {
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(seen(itemId, code))
                .hasSize(count)
                .allSatisfy(
                    webhook ->
                        assertThat(webhook.get("status").getAsString())
                            .as(webhook.toString())
                            .isIn((Object[]) statuses)));
  }

  private long refreshes() {
    return scenario
        .sandbox()
        .requests()
        .matching("heron", ".*/links/" + linked.item().itemId() + "/refresh")
        .size();
  }

  @Test
  void lateWebhooksOfAnItemBecomeOneRefresh() {
    connect();
    String item = linked.item().itemId();
    scenario.sandbox().faults().next(1000, RELAYS, FaultEffect.status(503, "busy"));

    for (int i = 0; i < 5; i++) {
      plaidSigned("DEFAULT_UPDATE", item, 284);
    }

    awaitStatus(item, "DEFAULT_UPDATE", 5, "refresh_requested", "refreshed");
    Eventually.within(PATIENCE, () -> assertThat(refreshes()).isPositive());
    assertThat(refreshes()).as("coalesced").isLessThan(5);
  }

  @Test
  void webhookThatAStrictHeronRefusesBecomesARefresh() {
    connect();
    String item = linked.item().itemId();
    scenario.sandbox().faults().next(1, RELAYS, FaultEffect.status(401, "too old"));

    plaidSigned("SYNC_UPDATES_AVAILABLE", item, 1);

    awaitStatus(item, "SYNC_UPDATES_AVAILABLE", 1, "refresh_requested", "refreshed");
    Eventually.within(PATIENCE, () -> assertThat(refreshes()).isEqualTo(1));
  }

  @Test
  void webhookOfAnItemNobodyKnowsIsRelayedWhenItsFourMinutesOfWaitingAreOver() {
    String stranger = "item" + UUID.randomUUID().toString().replace("-", "");

    plaidSigned("DEFAULT_UPDATE", stranger, 237);

    awaitStatus(stranger, "DEFAULT_UPDATE", 1, "delivered");
  }

  @Test
  void lateWebhookOfAnItemNobodyKnowsIsVisiblyFailed() {
    String stranger = "item" + UUID.randomUUID().toString().replace("-", "");
    scenario.sandbox().faults().next(1000, RELAYS, FaultEffect.status(503, "busy"));

    plaidSigned("DEFAULT_UPDATE", stranger, 286);

    awaitStatus(stranger, "DEFAULT_UPDATE", 1, "failed");
  }

  @Test
  void refreshThatHeronRefusesFailsTheWebhooksThatWaitedForIt() {
    connect();
    String item = linked.item().itemId();
    scenario.sandbox().faults().next(1, RELAYS, FaultEffect.status(400, "no"));
    scenario
        .sandbox()
        .faults()
        .next(1, FaultMatch.of("heron", ".*/refresh"), FaultEffect.status(404, "{\"code\":404}"));

    plaidSigned("TRANSACTIONS_REMOVED", item, 1);

    awaitStatus(item, "TRANSACTIONS_REMOVED", 1, "failed");
  }
}
