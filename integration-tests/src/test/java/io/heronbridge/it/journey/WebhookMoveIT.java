package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.ItemsElsewhere;
import io.heronbridge.it.support.ItemsElsewhere.Elsewhere;
import io.heronbridge.it.support.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The webhooks of items that were connected elsewhere, moved to where they are wanted. */
class WebhookMoveIT {
  private static final String NDJSON = "application/x-ndjson";

  private Scenario scenario;
  private ItemsElsewhere elsewhere;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
    scenario.sandbox().heron().settings().switches().set("rate_limit_per_minute", 0L);
    elsewhere = new ItemsElsewhere(scenario);
  }

  private static long number(JsonObject json, String member) {
    return json.get(member).getAsLong();
  }

  @Test
  void webhooksAreMovedToUsOrStraightToHeron() {
    List<Elsewhere> items = elsewhere.connect(3);
    String ours =
        scenario
            .server()
            .api()
            .get("/api/v1/integrations/" + scenario.integration())
            .text("plaid_webhook_url");

    JsonObject plain = elsewhere.settled(NDJSON, items.get(0).json());
    Answer moving = elsewhere.upload(NDJSON, ItemsElsewhere.json(items), "&update_webhook=true");

    assertThat(plain.getAsJsonObject("webhooks").get("moved").getAsLong()).isZero();
    elsewhere.await(
        moving.text("import_id"),
        found ->
            assertThat(number(found.getAsJsonObject("webhooks"), "moved"))
                .as(found.toString())
                .isEqualTo(3));
    for (Elsewhere each : items) {
      assertThat(scenario.sandbox().plaid().items().find(each.itemId()).orElseThrow().webhook())
          .hasValue(ours);
    }
    scenario.awaitRelayed(items.get(1).itemId());
  }

  @Test
  void webhookIsMovedAgainWhenItIsWantedElsewhere() {
    Elsewhere item = elsewhere.connect(1).get(0);
    awaitMoved(elsewhere.upload(NDJSON, item.json(), "&update_webhook=true"));
    JsonObject direct = Examples.integrationWith(scenario.sandbox());
    direct.addProperty("webhook_delivery", "direct");
    String integration = "/api/v1/integrations/" + scenario.integration();
    assertThat(scenario.server().api().put(integration, direct).status()).isEqualTo(200);

    elsewhere.upload(NDJSON, item.json(), "&update_webhook=true");

    awaitWebhook(item, scenario.sandbox().heronWebhookUrl());
  }

  private void awaitWebhook(Elsewhere item, String url) {
    Eventually.within(
        Duration.ofSeconds(20),
        () ->
            assertThat(
                    scenario.sandbox().plaid().items().find(item.itemId()).orElseThrow().webhook())
                .hasValue(url));
  }

  private void awaitMoved(Answer moving) {
    elsewhere.await(
        moving.text("import_id"),
        found ->
            assertThat(number(found.getAsJsonObject("webhooks"), "moved"))
                .as(found.toString())
                .isEqualTo(1));
  }

  @Test
  void refusedMoveIsShown() {
    scenario.sandbox().heron().settings().switches().reset();
    String line = new Elsewhere(Examples.anEndUser(), "nowhere", "access-sandbox-none").json();

    Answer moving = elsewhere.upload(NDJSON, line, "&update_webhook=true");

    elsewhere.await(
        moving.text("import_id"),
        found ->
            assertThat(number(found.getAsJsonObject("webhooks"), "failed"))
                .as(found.toString())
                .isEqualTo(1));
  }

  @Test
  void oneItemIsBroughtInWithItsWebhook() {
    JsonObject integration = Examples.integrationWith(scenario.sandbox());
    integration.addProperty("webhook_delivery", "direct");
    String direct = scenario.server().api().post("/api/v1/integrations", integration).text("id");
    Elsewhere item = elsewhere.connect(1).get(0);

    Answer brought =
        scenario
            .server()
            .api()
            .post(
                "/api/v1/items",
                Map.of(
                    "integration_id", direct,
                    "end_user_id", item.endUserId(),
                    "item_id", item.itemId(),
                    "access_token", item.accessToken(),
                    "update_webhook", true));

    assertThat(brought.status()).as(brought.body()).isEqualTo(201);
    scenario.awaitLinked(item.itemId());
    awaitWebhook(item, scenario.sandbox().heronWebhookUrl());
  }
}
