package io.heronbridge.it.states;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.plaid.SignatureStyle;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Plaid says of an item leads it from any state to any other, also when it comes late. */
class ItemArrowsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LOGIN = "ERROR";
  private static final String REPAIRED = "LOGIN_REPAIRED";
  private static final String ENDING = "PENDING_DISCONNECT";
  private static final String REVOKED = "USER_PERMISSION_REVOKED";

  private Scenario scenario;
  private String itemId;

  @BeforeEach
  void connect() {
    scenario = Scenario.onSharedServer();
    newItem();
  }

  private void newItem() {
    String endUser = Examples.anEndUser();
    itemId =
        scenario
            .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
            .text("item_id");
    // What is said below was said before the item was connected; it counts all the same.
    scenario.awaitLinked(itemId);
  }

  /** Plaid said it so many seconds ago, and it arrives now. */
  private void said(int secondsAgo, String code, String leadsTo) {
    JsonObject webhook = new JsonObject();
    webhook.addProperty("webhook_type", "ITEM");
    webhook.addProperty("webhook_code", code);
    webhook.addProperty("item_id", itemId);
    if (code.equals(LOGIN)) {
      JsonObject error = new JsonObject();
      error.addProperty("error_code", "ITEM_LOGIN_REQUIRED");
      webhook.add("error", error);
    }
    long before = heard();
    scenario
        .sandbox()
        .plaid()
        .webhooks()
        .send(
            code,
            scenario.server().url() + "/webhooks/plaid/" + scenario.integration(),
            webhook.toString().getBytes(UTF_8),
            SignatureStyle.PROPER.aged(Duration.ofSeconds(secondsAgo)));
    // A status that stays the same would not tell that the word has arrived.
    Eventually.within(PATIENCE, () -> assertThat(heard()).isEqualTo(before + 1));
    awaitStatus(leadsTo);
  }

  private long heard() {
    return scenario
        .server()
        .database()
        .number(
            "SELECT count(*) FROM received_webhook WHERE item_id = ? AND webhook_type = 'ITEM'",
            itemId);
  }

  private void awaitStatus(String status) {
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(scenario.server().api().get("/api/v1/items/" + itemId).text("status"))
                .isEqualTo(status));
  }

  private void remove() {
    scenario.server().api().delete("/api/v1/items/" + itemId);
    awaitStatus("removed");
  }

  @Test
  void wordsInTheirOrderLeadFromStateToState() {
    said(200, LOGIN, "login_required");
    said(190, REPAIRED, "active");
    said(180, ENDING, "pending_disconnect");
    said(170, REPAIRED, "active");
    said(160, ENDING, "pending_disconnect");
    said(150, LOGIN, "login_required");
    said(140, REVOKED, "revoked");
    said(130, REPAIRED, "active");
    said(120, ENDING, "pending_disconnect");
    said(110, REVOKED, "revoked");
    said(100, REPAIRED, "active");
    said(90, REVOKED, "revoked");
    remove();
  }

  @Test
  void wordsThatComeLateChangeWhatFollowedFromLaterOnes() {
    said(200, LOGIN, "login_required");
    said(180, ENDING, "login_required");
    said(190, REPAIRED, "pending_disconnect");
    said(170, REVOKED, "revoked");
    said(150, LOGIN, "revoked");
    said(160, REPAIRED, "login_required");
    remove();

    newItem();
    said(200, REVOKED, "revoked");
    said(180, ENDING, "revoked");
    said(190, REPAIRED, "pending_disconnect");
    remove();
  }
}
