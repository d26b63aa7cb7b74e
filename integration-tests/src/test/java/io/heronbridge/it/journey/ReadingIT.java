package io.heronbridge.it.journey;

import static io.heronbridge.it.journey.BankBeingRead.PATIENCE;
import static io.heronbridge.it.journey.BankBeingRead.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.fault.FaultType;
import io.heronbridge.sandbox.plaid.LinkedItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Heron and Plaid say when they are asked, and what becomes of it. */
class ReadingIT {
  private static final FaultMatch KEY = FaultMatch.of("heron", "hello_world/authenticated");

  private BankBeingRead bank;

  @BeforeEach
  void connect() {
    bank = new BankBeingRead();
  }

  @AfterEach
  void readNoMore() {
    bank.readNoMore();
  }

  @Test
  void readingTellsWhatHeronSaysAndWhen() {
    bank.read();

    JsonObject read = bank.link();
    assertThat(text(read, "heron_status")).isEqualTo("active");
    assertThat(text(read, "heron_read_at")).isNotEmpty();
    assertThat(text(read, "plaid_read_at")).isNotEmpty();
    assertThat(text(read, "last_successful_sync")).isNotEmpty();
    assertThat(bank.drift()).isEmpty();
    assertThat(
            bank.scenario
                .server()
                .database()
                .column(
                    "SELECT e.code FROM item_event e JOIN item i ON i.id = e.item"
                        + " WHERE i.item_id = ? AND e.kind = 'HERON_STATUS'",
                    bank.itemId))
        .containsExactly("active");
  }

  @Test
  void integrationIsReconciledAsAWhole() {
    Answer answer =
        bank.scenario
            .server()
            .api()
            .post("/api/v1/integrations/" + bank.scenario.integration() + "/reconcile");

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.json().get("links").getAsInt()).isEqualTo(1);
    Eventually.within(PATIENCE, () -> assertThat(text(bank.link(), "plaid_read_at")).isNotEmpty());
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultType.class,
      names = {"HTML", "EMPTY", "TRUNCATE", "GARBAGE", "RESET_BEFORE", "RESET_AFTER"})
  void answerThatCannotBeBelievedChangesNothing(FaultType type) {
    bank.read();
    bank.scenario.sandbox().faults().next(2, bank.lists(), FaultEffect.of(type));
    bank.scenario.sandbox().faults().next(1, bank.itemGet(), FaultEffect.of(type));
    JsonObject before = bank.item();

    bank.read();

    assertUnchanged(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 429, 500, 503})
  void refusalToAnswerChangesNothing(int status) {
    assertChangesNothing(FaultEffect.status(status, "<html>no</html>"));
  }

  @Test
  void notFoundOfSomethingInBetweenChangesNothing() {
    assertChangesNothing(FaultEffect.status(404, "{\"message\": \"no route\"}"));
  }

  private void assertChangesNothing(FaultEffect refusal) {
    bank.read();
    bank.scenario.sandbox().faults().next(2, bank.lists(), refusal);
    bank.scenario
        .sandbox()
        .faults()
        .next(1, bank.itemGet(), FaultEffect.status(500, "<html>no</html>"));
    JsonObject before = bank.item();

    bank.read();

    assertUnchanged(before);
    bank.database("DELETE FROM heron_budget");
  }

  private void assertUnchanged(JsonObject before) {
    JsonObject after = bank.item();
    BankBeingRead.linkOf(before).remove("next_read_at");
    BankBeingRead.linkOf(after).remove("next_read_at");
    assertThat(after).isEqualTo(before);
    assertThat(bank.drift()).isEmpty();
    assertThat(
            bank.number(
                "SELECT count(*) FROM integration_link WHERE id = ?::uuid"
                    + " AND missing_since IS NOT NULL",
                bank.link))
        .isZero();
  }

  private String integration() {
    return "/api/v1/integrations/" + bank.scenario.integration();
  }

  @Test
  void pausedIntegrationIsReadAtPlaidOnly() {
    bank.scenario.server().api().post(integration() + "/pause");
    String list = bank.endUser + "/integration_links";
    int before = bank.scenario.sandbox().requests().matching("heron", list).size();

    bank.read();

    assertThat(text(bank.link(), "plaid_read_at")).isNotEmpty();
    assertThat(bank.scenario.sandbox().requests().matching("heron", list)).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void listThatHeronRefusesPausesNothingWhileTheKeyIsGood(int status) {
    bank.scenario.sandbox().faults().next(1, bank.lists(), FaultEffect.status(status, "{}"));

    bank.read();

    assertThat(bank.scenario.server().api().get(integration()).text("status")).isEqualTo("active");
    assertThat(bank.drift()).isEmpty();
  }

  @Test
  void healthyAnswerUndoesAWebhookOnlyWhenThatIsOlder() {
    bank.scenario.sandbox().plaid().breakLogin(bank.linked.item());
    awaitStatus(bank.itemId, "login_required");
    FaultEffect healthy =
        FaultEffect.status(
            200,
            "{\"item\": {\"item_id\": \"%s\", \"webhook\": \"%s\"}}"
                .formatted(bank.itemId, bank.linked.item().webhook().orElseThrow()));
    bank.scenario.sandbox().faults().always(bank.itemGet(), healthy);

    bank.read();

    assertThat(text(bank.item(), "status")).isEqualTo("login_required");
    bank.database(
        "UPDATE item_event SET told_at = told_at - interval '11 minutes'"
            + " WHERE item = (SELECT id FROM item WHERE item_id = ?)",
        bank.itemId);

    bank.read();

    awaitStatus(bank.itemId, "active");
  }

  @Test
  void keyThatHeronRefusesPausesTheIntegration() {
    FaultEffect refusal = FaultEffect.status(401, "{\"code\": 401}");
    bank.scenario.sandbox().faults().next(1, bank.lists(), refusal);
    bank.scenario.sandbox().faults().next(1, KEY, refusal);

    bank.read();

    Eventually.within(
        PATIENCE,
        () ->
            assertThat(bank.scenario.server().api().get(integration()).text("status"))
                .isEqualTo("paused"));
    assertThat(text(bank.link(), "status")).isEqualTo("linked");
  }

  @Test
  void refreshedWebhookIsShownAsSuchByTheReadingAfterHeronsPull() {
    bank.database(
        """
        INSERT INTO received_webhook (id, integration, item_id, webhook_type, webhook_code, body,
          body_sealed, body_sha256, headers, signed_at, received_at, status, attempts)
        VALUES (gen_random_uuid(), ?::uuid, ?, 'TRANSACTIONS', 'DEFAULT_UPDATE', '', false, '', '[]',
          now() - interval '1 hour', now() - interval '1 hour', 'REFRESH_REQUESTED', 0)""",
        bank.scenario.integration(),
        bank.itemId);

    bank.read();

    Eventually.within(
        PATIENCE,
        () ->
            assertThat(
                    bank.scenario
                        .server()
                        .api()
                        .get("/api/v1/webhooks?item_id=" + bank.itemId)
                        .body())
                .contains("\"refreshed\"")
                .doesNotContain("refresh_requested"));
  }

  @Test
  void directIntegrationLearnsOfABrokenLoginAndItsRepairByReadingAlone() {
    Scenario direct = bank.scenario.alsoDirect();
    String user = Examples.anEndUser();
    LinkedItem other = direct.chooseBank(user, Examples.FIRST_PLATYPUS);
    String item = direct.exchange(user, other).text("item_id");
    direct.awaitLinked(item);
    String due = "UPDATE integration_link SET read_due_at = %s WHERE integration = ?::uuid";
    bank.database(due.formatted("now()"), direct.integration());

    bank.scenario.sandbox().plaid().breakLogin(other.item());

    awaitStatus(item, "login_required");
    bank.scenario.sandbox().link().repair(direct.updateToken(user, item));
    awaitStatus(item, "active");
    assertThat(
            bank.scenario.server().api().get("/api/v1/webhooks?item_id=" + item).json().get("data"))
        .isEqualTo(new JsonArray());
    bank.database(due.formatted("NULL"), direct.integration());
  }

  private void awaitStatus(String item, String status) {
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(
                    text(
                        bank.scenario.server().api().get("/api/v1/items/" + item).json(), "status"))
                .isEqualTo(status));
  }
}
