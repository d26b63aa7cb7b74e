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
import io.heronbridge.sandbox.plaid.LinkedItem;
import io.heronbridge.sandbox.plaid.PlaidSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way in which an exchange can end. */
class ExchangeAnswersIT {
  private static final String EXCHANGE = "/plaid/item/public_token/exchange";
  private static final FaultMatch EXCHANGES = FaultMatch.of("plaid", EXCHANGE);

  private Scenario scenario;
  private String endUser;
  private LinkedItem linked;

  @BeforeEach
  void chooseBank() {
    scenario = Scenario.onSharedServer();
    endUser = Examples.anEndUser();
    linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
  }

  private void plaidWill(FaultEffect effect) {
    scenario.sandbox().faults().next(1, EXCHANGES, effect);
  }

  private int exchangesAtPlaid() {
    return scenario.sandbox().requests().matching("plaid", EXCHANGE).size();
  }

  @Test
  void manyRequestsWithOneTokenMakeOneItem() {
    List<Answer> answers =
        IntStream.range(0, 8).parallel().mapToObj(i -> scenario.exchange(endUser, linked)).toList();

    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 200);
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().map(answer -> answer.text("item_id")).distinct()).hasSize(1);
    assertThat(exchangesAtPlaid()).isEqualTo(1);
  }

  @Test
  void tokenOfAnotherEndUserIsAConflict() {
    scenario.exchange(endUser, linked);

    assertThat(scenario.exchange(Examples.anEndUser(), linked).status()).isEqualTo(409);
  }

  @Test
  void sameBankAgainIsAConflictThatNamesTheItem() {
    String itemId = scenario.exchange(endUser, linked).text("item_id");

    Answer second =
        scenario.exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text("existing_item_id")).isEqualTo(itemId);
    assertThat(exchangesAtPlaid()).isEqualTo(1);
  }

  @Test
  void tokenPlaidDoesNotKnowIsRefusedWithItsCode() {
    Answer answer =
        scenario
            .server()
            .api()
            .post(
                "/api/v1/items/exchange",
                Map.of(
                    "integration_id",
                    scenario.integration(),
                    "end_user_id",
                    endUser,
                    "public_token",
                    "public-sandbox-00000000-0000-0000-0000-000000000000"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("error_code")).isEqualTo("INVALID_PUBLIC_TOKEN");
    assertThat(answer.text("request_id")).isNotBlank();
  }

  @Test
  void limitedExchangeMayBeRepeated() {
    plaidWill(
        FaultEffect.status(
            429,
            "{\"error_type\":\"RATE_LIMIT_EXCEEDED\",\"error_code\":\"RATE_LIMIT\",\"error_message\":\"slow\"}"));

    Answer first = scenario.exchange(endUser, linked);
    Answer second = scenario.exchange(endUser, linked);

    assertThat(first.status()).isEqualTo(503);
    assertThat(first.header("Retry-After")).isNotBlank();
    assertThat(second.status()).as(second.body()).isIn(200, 201);
  }

  @Test
  void refusedKeysAreOurOwnAffair() {
    plaidWill(
        FaultEffect.status(
            400,
            "{\"error_type\":\"INVALID_INPUT\",\"error_code\":\"INVALID_API_KEYS\",\"error_message\":\"keys\"}"));

    Answer answer = scenario.exchange(endUser, linked);

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.header("Retry-After")).isNotBlank();
  }

  @Test
  void answerLostOnTheWayIsHadAgainWhenPlaidRepeatsIt() {
    scenario.sandbox().plaid().settings().switches().set(PlaidSettings.SECOND_EXCHANGE, "same");
    plaidWill(FaultEffect.of(FaultType.RESET_AFTER));

    Answer first = scenario.exchange(endUser, linked);

    assertThat(first.status()).isEqualTo(503);
    Eventually.within(
        Duration.ofSeconds(30),
        () -> assertThat(scenario.exchange(endUser, linked).status()).isIn(200, 201));
    assertThat(scenario.sandbox().plaid().items().all()).hasSize(1);
  }

  @Test
  void answerLostForGoodIsToldAndKeptForTheOperator() {
    plaidWill(FaultEffect.of(FaultType.RESET_AFTER));

    assertThat(scenario.exchange(endUser, linked).status()).isEqualTo(503);

    Eventually.within(
        Duration.ofSeconds(30),
        () -> {
          Answer later = scenario.exchange(endUser, linked);
          assertThat(later.status()).as(later.body()).isEqualTo(422);
          assertThat(later.text("error_code")).isEqualTo("exchange_lost");
        });
    assertThat(exchangesAtPlaid()).isEqualTo(2);
  }

  @Test
  void removedItemIsGoneAtPlaidAndSendsNothingMore() {
    String itemId = scenario.exchange(endUser, linked).text("item_id");
    scenario.awaitLinked(itemId);

    Answer removed = scenario.server().api().delete("/api/v1/items/" + itemId);
    Answer again = scenario.server().api().delete("/api/v1/items/" + itemId);

    assertThat(removed.status()).isEqualTo(204);
    assertThat(again.status()).isEqualTo(204);
    assertThat(scenario.server().api().get("/api/v1/items/" + itemId).text("status"))
        .isEqualTo("removed");
    assertThat(linked.item().isRemoved()).isTrue();
  }

  @Test
  void erasedEndUserLeavesNothingButTheAudit() {
    String itemId = scenario.exchange(endUser, linked).text("item_id");
    scenario.awaitLinked(itemId);

    Answer erased = scenario.server().api().delete("/api/v1/end-users/" + endUser);

    assertThat(erased.status()).as(erased.body()).isEqualTo(204);
    assertThat(linked.item().isRemoved()).isTrue();
    assertThat(scenario.server().api().get("/api/v1/end-users/" + endUser).status()).isEqualTo(404);
    assertThat(scenario.server().api().get("/api/v1/items/" + itemId).status()).isEqualTo(404);
    assertThat(
            scenario
                .server()
                .database()
                .number(
                    "SELECT count(*) FROM audit_entry WHERE subject = ? AND action = 'end_user.erase'",
                    "end_user:" + endUser))
        .isEqualTo(1);
  }

  @Test
  void existingItemIsBroughtInOnce() {
    JsonObject request = new JsonObject();
    request.addProperty("integration_id", scenario.integration());
    request.addProperty("end_user_id", endUser);
    request.addProperty("item_id", linked.item().itemId());
    request.addProperty("access_token", linked.item().accessToken());

    Answer first = scenario.server().api().post("/api/v1/items", request);
    Answer second = scenario.server().api().post("/api/v1/items", request);
    request.addProperty("end_user_id", Examples.anEndUser());
    Answer other = scenario.server().api().post("/api/v1/items", request);

    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(other.status()).isEqualTo(409);
    scenario.awaitLinked(linked.item().itemId());
  }
}
