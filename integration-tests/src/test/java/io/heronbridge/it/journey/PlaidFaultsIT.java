package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.fault.FaultType;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every class of error that Plaid publishes, and what comes of it here. */
class PlaidFaultsIT {
  private static final FaultMatch EXCHANGE =
      FaultMatch.of("plaid", "/plaid/item/public_token/exchange");
  private static final FaultMatch LINK_TOKEN = FaultMatch.of("plaid", "/plaid/link/token/create");

  private final String endUser = Examples.anEndUser();
  private Scenario scenario;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
  }

  private static String error(String type, String code) {
    JsonObject error = new JsonObject();
    error.addProperty("error_type", type);
    error.addProperty("error_code", code);
    error.addProperty("error_message", "words of Plaid");
    error.addProperty("request_id", "req1");
    error.addProperty("a_field_of_tomorrow", true);
    return error.toString();
  }

  private void plaidWill(FaultMatch call, FaultEffect effect) {
    scenario.sandbox().faults().next(1, call, effect);
  }

  private Answer linkToken() {
    return scenario
        .server()
        .api()
        .post(
            "/api/v1/link-tokens",
            Map.of("integration_id", scenario.integration(), "end_user_id", endUser));
  }

  @ParameterizedTest
  @CsvSource({
    "400,INVALID_REQUEST,MISSING_FIELDS,422",
    "400,INVALID_REQUEST,UNKNOWN_FIELDS,422",
    "400,INVALID_REQUEST,INVALID_FIELD,422",
    "400,INVALID_INPUT,INVALID_PRODUCT,422",
    "400,INVALID_INPUT,INVALID_LINK_CUSTOMIZATION,422",
    "403,USER_ERROR,INVALID_USER_IDENTITY_DATA,422",
    "400,ITEM_ERROR,ITEM_NOT_FOUND,422",
    "400,A_TYPE_OF_TOMORROW,A_CODE_OF_TOMORROW,422",
    "400,INVALID_INPUT,INVALID_API_KEYS,502",
    "400,INVALID_INPUT,UNAUTHORIZED_ENVIRONMENT,502",
    "429,RATE_LIMIT_EXCEEDED,CREDITS_EXHAUSTED,502",
    "429,RATE_LIMIT_EXCEEDED,RATE_LIMIT,503",
    "400,RATE_LIMIT_EXCEEDED,A_LIMIT_OF_TOMORROW,503",
    "500,API_ERROR,INTERNAL_SERVER_ERROR,503",
    "503,API_ERROR,PLANNED_MAINTENANCE,503",
    "400,INSTITUTION_ERROR,INSTITUTION_DOWN,503",
    "400,INSTITUTION_ERROR,INSTITUTION_NOT_RESPONDING,503",
    "404,INVALID_REQUEST,NOT_FOUND,503",
    "208,OAUTH_ERROR,OAUTH_STATE_ID_ALREADY_PROCESSED,503"
  })
  void linkTokenThatPlaidDoesNotGiveIsToldByItsCause(
      int status, String type, String code, int expected) {
    plaidWill(LINK_TOKEN, FaultEffect.status(status, error(type, code)));

    Answer answer = linkToken();

    assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
    assertThat(answer.header("Retry-After").isEmpty()).isEqualTo(expected == 422);
    assertThat(linkToken().status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "400,INVALID_INPUT,INVALID_PUBLIC_TOKEN,422",
    "400,INVALID_REQUEST,INVALID_FIELD,422",
    "400,A_TYPE_OF_TOMORROW,A_CODE_OF_TOMORROW,422",
    "400,INVALID_INPUT,INVALID_API_KEYS,502",
    "429,RATE_LIMIT_EXCEEDED,CREDITS_EXHAUSTED,502",
    "429,RATE_LIMIT_EXCEEDED,RATE_LIMIT,503",
    "500,API_ERROR,INTERNAL_SERVER_ERROR,503",
    "503,API_ERROR,PLANNED_MAINTENANCE,503",
    "400,ITEM_ERROR,PRODUCT_NOT_READY,503",
    "404,INVALID_REQUEST,NOT_FOUND,503"
  })
  void exchangeThatPlaidDoesNotMakeIsToldByItsCause(
      int status, String type, String code, int expected) {
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    plaidWill(EXCHANGE, FaultEffect.status(status, error(type, code)));

    Answer answer = scenario.exchange(endUser, linked);

    assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
    if (expected == 422) {
      assertThat(answer.text("error_code")).isEqualTo(code);
      assertThat(answer.text("request_id")).isEqualTo("req1");
    } else {
      assertThat(answer.header("Retry-After")).isNotBlank();
    }
    assertThat(answer.body()).doesNotContain(linked.publicToken());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 404})
  void exchangeThatStoodOpenIsMadeByTheSameCallAgain(int status) {
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    plaidWill(EXCHANGE, FaultEffect.status(status, "<html>a page</html>"));

    assertThat(scenario.exchange(endUser, linked).status()).isEqualTo(503);

    assertThat(scenario.exchange(endUser, linked).status()).isIn(200, 201);
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultType.class,
      names = {"GARBAGE", "EMPTY", "TRUNCATE", "HTML", "RESET_BEFORE", "RESET_AFTER"})
  void linkTokenWithoutAUsableAnswerMayBeAskedForAgain(FaultType fault) {
    plaidWill(LINK_TOKEN, FaultEffect.of(fault));

    assertThat(linkToken().status()).isEqualTo(503);

    assertThat(linkToken().status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "[]", "null", "{\"link_token\": 7}", "{\"link_token\": null}", "\"text\""})
  void successWithoutALinkTokenIsNotTakenForOne(String body) {
    plaidWill(LINK_TOKEN, FaultEffect.status(200, body));

    assertThat(linkToken().status()).isEqualTo(503);
  }

  @Test
  void itemOfNoNameIsNotTakenForOne() {
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    plaidWill(EXCHANGE, FaultEffect.status(200, "{\"access_token\": \"\", \"item_id\": null}"));

    assertThat(scenario.exchange(endUser, linked).status()).isEqualTo(503);
  }
}
