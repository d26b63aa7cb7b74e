package io.heronbridge.it.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Secrets;
import io.heronbridge.sandbox.plaid.LinkedItem;
import io.heronbridge.sandbox.plaid.SignatureStyle;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Plaid's webhooks do to an item: in any order, twice, before it is known, after it is gone.
 */
class ItemStatesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LOGIN_REQUIRED =
      "\"webhook_code\": \"ERROR\", \"error\": {\"error_code\": \"ITEM_LOGIN_REQUIRED\","
          + " \"error_message\": \"the login details changed\"}";
  private static final String REPAIRED = "\"webhook_code\": \"LOGIN_REPAIRED\"";

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
  }

  /** As Plaid would say it, signed so many seconds ago; returns when it is stored. */
  private void plaidSays(String fields, int secondsAgo) {
    long before = stored();
    String body =
        "{\"webhook_type\": \"ITEM\", \"item_id\": \"%s\", \"environment\": \"sandbox\", %s}"
            .formatted(linked.item().itemId(), fields);
    scenario
        .sandbox()
        .plaid()
        .webhooks()
        .send(
            "test",
            scenario.server().url() + "/webhooks/plaid/" + scenario.integration(),
            body.getBytes(UTF_8),
            SignatureStyle.PROPER.aged(Duration.ofSeconds(secondsAgo)));
    Eventually.within(PATIENCE, () -> assertThat(stored()).isEqualTo(before + 1));
  }

  private long stored() {
    return scenario
        .server()
        .database()
        .number(
            "SELECT count(*) FROM received_webhook WHERE item_id = ? AND webhook_type = 'ITEM'",
            linked.item().itemId());
  }

  private JsonObject item() {
    return scenario.server().api().get("/api/v1/items/" + linked.item().itemId()).json();
  }

  private String status() {
    return item().get("status").getAsString();
  }

  @Test
  void brokenLoginIsShownWithPlaidsWordsUntilItIsRepaired() {
    connect();

    plaidSays(LOGIN_REQUIRED, 20);

    assertThat(status()).isEqualTo("login_required");
    assertThat(item().getAsJsonObject("error").get("error_code").getAsString())
        .isEqualTo("ITEM_LOGIN_REQUIRED");

    plaidSays(REPAIRED, 10);

    assertThat(status()).isEqualTo("active");
    assertThat(item().get("error").isJsonNull()).isTrue();
  }

  @Test
  void laterWordCountsWhateverTheOrderOfArrival() {
    connect();

    plaidSays(REPAIRED, 10);
    plaidSays(LOGIN_REQUIRED, 20);
    assertThat(status()).isEqualTo("active");

    plaidSays(LOGIN_REQUIRED, 5);
    plaidSays(REPAIRED, 8);
    assertThat(status()).isEqualTo("login_required");
  }

  @Test
  void sameWordTwiceIsLikeOnce() {
    connect();

    plaidSays(LOGIN_REQUIRED, 20);
    plaidSays(LOGIN_REQUIRED, 19);
    plaidSays(REPAIRED, 10);

    assertThat(status()).isEqualTo("active");
  }

  @Test
  void whatWasSaidBeforeTheItemWasKnownCounts() {
    plaidSays(LOGIN_REQUIRED, 20);

    connect();

    assertThat(status()).isEqualTo("login_required");
  }

  @Test
  void lenderHearsOnceOfAllThatWasSaidBeforeTheItemWasKnown() {
    ApiClient api = scenario.server().api();
    JsonObject wish = new JsonObject();
    wish.addProperty("url", scenario.sandbox().lenderUrl());
    Answer set = api.put("/api/v1/integrations/" + scenario.integration() + "/events", wish);
    scenario.sandbox().lender().trust(Secrets.remember(set.text("new_secret")));
    plaidSays(LOGIN_REQUIRED, 30);
    plaidSays(REPAIRED, 20);
    plaidSays(LOGIN_REQUIRED, 10);

    connect();

    String events = "/api/v1/events?type=item.login_required&item_id=" + linked.item().itemId();
    assertThat(status()).isEqualTo("login_required");
    assertThat(api.get(events).json().getAsJsonArray("data")).hasSize(1);
  }

  @Test
  void whatIsSaidAfterTheItemWasRemovedLeavesItRemoved() {
    connect();
    scenario.server().api().delete("/api/v1/items/" + linked.item().itemId());

    plaidSays(LOGIN_REQUIRED, 2);
    plaidSays(REPAIRED, 1);

    assertThat(status()).isEqualTo("removed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'\"webhook_code\": \"PENDING_DISCONNECT\", \"reason\": \"INSTITUTION_MIGRATION\"'; pending_disconnect",
        "'\"webhook_code\": \"PENDING_EXPIRATION\", \"consent_expiration_time\": \"2030-01-01T00:00:00Z\"'; pending_disconnect",
        "'\"webhook_code\": \"USER_PERMISSION_REVOKED\"'; revoked",
        "'\"webhook_code\": \"USER_ACCOUNT_REVOKED\", \"account_id\": \"a1\"'; active",
        "'\"webhook_code\": \"NEW_ACCOUNTS_AVAILABLE\", \"error\": null'; active",
        "'\"webhook_code\": \"WEBHOOK_UPDATE_ACKNOWLEDGED\", \"new_webhook_url\": \"https://example.org/x\"'; active",
        "'\"webhook_code\": \"A_CODE_OF_TOMORROW\"'; active",
        "'\"webhook_code\": \"ERROR\", \"error\": {\"error_code\": \"INSTITUTION_DOWN\"}'; active",
        "'\"webhook_code\": \"ERROR\", \"error\": \"odd\"'; active",
        "'\"webhook_code\": \"ERROR\", \"error\": {\"error_code\": \"USER_PERMISSION_REVOKED\"}'; revoked"
      })
  void everyCodeHasItsEffect(String fields, String expected) {
    connect();

    plaidSays(fields, 5);

    assertThat(status()).isEqualTo(expected);
    assertThat(scenario.awaitRelayed(linked.item().itemId()))
        .as("relayed like every other")
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INITIAL_UPDATE",
        "HISTORICAL_UPDATE",
        "DEFAULT_UPDATE",
        "TRANSACTIONS_REMOVED",
        "SYNC_UPDATES_AVAILABLE",
        "RECURRING_TRANSACTIONS_UPDATE"
      })
  void newsOfDataIsRelayedAndChangesNothing(String code) {
    connect();
    plaidSays(LOGIN_REQUIRED, 5);

    scenario.sandbox().plaid().webhooks().fire(linked.item(), code);

    Eventually.within(
        PATIENCE,
        () ->
            assertThat(
                    scenario.sandbox().heron().relays().all().stream()
                        .map(relay -> new String(relay.body(), UTF_8))
                        .filter(body -> body.contains(linked.item().itemId()))
                        .filter(body -> body.contains("\"" + code + "\"")))
                .isNotEmpty());
    assertThat(status()).isEqualTo("login_required");
  }

  @Test
  void storyNamesTheWebhookThatSaidIt() {
    connect();
    scenario.sandbox().plaid().breakLogin(linked.item());
    Eventually.within(PATIENCE, () -> assertThat(status()).isEqualTo("login_required"));

    List<String> kinds =
        scenario
            .server()
            .database()
            .column(
                "SELECT DISTINCT e.source FROM item_event e JOIN item i ON i.id = e.item"
                    + " WHERE i.item_id = ? AND e.kind = 'LOGIN_REQUIRED'",
                linked.item().itemId());

    assertThat(kinds).allMatch(source -> source.startsWith("webhook:"));
  }
}
