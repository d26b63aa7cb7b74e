package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of Heron that it does not publish: each has its outcome, none leaves a link stuck. */
class HeronFaultsIT {
  private static final FaultMatch LINK_POSTS =
      FaultMatch.of("heron", "/heron/api/integrations/.*/links").method("POST");

  private Scenario scenario;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
  }

  private String connectWhileHeronWill(FaultEffect effect) {
    scenario.sandbox().faults().next(1, LINK_POSTS, effect);
    String endUser = Examples.anEndUser();
    Answer exchanged =
        scenario.exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS));
    assertThat(exchanged.status()).as(exchanged.body()).isEqualTo(201);
    return exchanged.text("item_id");
  }

  private static JsonObject linkOf(JsonObject item) {
    return item.getAsJsonObject("integration_link");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|{\"code\":400,\"name\":\"Bad Request\",\"description\":\"no\"}",
        "405|",
        "410|gone",
        "413|<html><body>too large</body></html>",
        "418|{\"description\":{\"json\":{\"item_id\":[\"odd\"]}}}",
        "422|{\"code\":422,\"description\":{\"json\":{\"item_id\":[\"Missing data\"]}}}",
        "301|moved",
        "451|[1,2,3]"
      })
  void refusalThatWaitingDoesNotMendFailsWithItsReasonAndANextStep(int status, String body) {
    String item = connectWhileHeronWill(FaultEffect.status(status, body == null ? "" : body));

    JsonObject link = linkOf(scenario.awaitLink(item, "failed"));

    JsonObject error = link.getAsJsonObject("last_error");
    assertThat(error.get("kind").getAsString()).isEqualTo("rejected");
    assertThat(error.get("http_status").getAsInt()).isEqualTo(status);
    assertThat(error.get("message").getAsString()).contains(Integer.toString(status));
    assertThat(link.get("attempts").getAsInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 500, 502, 504, 520})
  void passingTroubleIsTriedAgain(int status) {
    String item = connectWhileHeronWill(FaultEffect.status(status, "<html>busy</html>"));

    JsonObject link = linkOf(scenario.awaitLinked(item));

    assertThat(link.get("attempts").getAsInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-08-14T12:24:30Z|2026-08-14T12:24:30Z",
        "2026-08-14T12:24:30.665119|2026-08-14T12:24:30.665119Z",
        "2026-08-14T14:24:30+02:00|2026-08-14T12:24:30Z",
        "yesterday|"
      })
  void timesAreReadInEveryFormHeronUses(String told, String shown) {
    String body =
        "{\"link\":{\"status\":\"a_status_of_tomorrow\",\"status_message\":null,"
            + "\"last_successful_sync\":\"%s\",\"data_source_heron_id\":\"dso_1\",\"more\":{\"x\":[1]}}}"
                .formatted(told);
    String item = connectWhileHeronWill(FaultEffect.status(201, body));

    JsonObject link = linkOf(scenario.awaitLinked(item));

    assertThat(link.get("heron_status").getAsString()).isEqualTo("a_status_of_tomorrow");
    assertThat(link.get("data_source_heron_id").getAsString()).isEqualTo("dso_1");
    if (shown == null) {
      assertThat(link.get("last_successful_sync").isJsonNull()).isTrue();
    } else {
      assertThat(link.get("last_successful_sync").getAsString()).isEqualTo(shown);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"link\": null}", "{\"link\": {\"status\": 7}}"})
  void creationThatHeronConfirmsPoorlyIsLinkedAllTheSame(String body) {
    String item = connectWhileHeronWill(FaultEffect.status(201, body));

    scenario.awaitLinked(item);
  }
}
