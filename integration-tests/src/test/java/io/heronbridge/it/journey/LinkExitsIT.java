package io.heronbridge.it.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ConnectVisit;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door for Link's exits stands open to whoever holds a hosted link, so it takes little. */
class LinkExitsIT {
  private static final String EXITS = "/connect/exits";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Scenario scenario;
  private String endUser;
  private ConnectVisit visit;

  @BeforeEach
  void openPage() {
    scenario = Scenario.onSharedServer();
    endUser = Examples.anEndUser();
    visit = ConnectVisit.open(scenario, endUser);
  }

  private long kept(String where) {
    return scenario
        .server()
        .database()
        .number(
            "SELECT count(*) FROM link_exit x JOIN end_user e ON e.id = x.end_user"
                + " WHERE e.end_user_id = ? AND "
                + where,
            endUser);
  }

  private static Map<String, ?> locked(String message) {
    return Map.of(
        "error",
        Map.of("error_type", "ITEM_ERROR", "error_code", "ITEM_LOCKED", "error_message", message),
        "metadata",
        Map.of("link_session_id", "ls-1", "request_id", "rq-1"));
  }

  @Test
  void exitIsKeptWithEverythingThatSupportAsksFor() {
    String item =
        scenario
            .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
            .text("item_id");

    Answer answer =
        visit.post(
            EXITS,
            Map.of(
                "bank", item,
                "error", Map.of("error_type", "ITEM_ERROR", "error_code", "INVALID_MFA"),
                "metadata", Map.of("link_session_id", "ls-2", "request_id", "rq-2")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("message")).startsWith("First Platypus Bank did not accept the code");
    assertThat(
            kept(
                "plaid_session_id = 'ls-2' AND request_id = 'rq-2' AND error_code = 'INVALID_MFA'"
                    + " AND x.link_session = '"
                    + visit.sessionId()
                    + "' AND x.item = (SELECT id FROM item WHERE item_id = '"
                    + item
                    + "')"))
        .isEqualTo(1);
  }

  @Test
  void tokensAndHiddenCharactersAreNotKept() {
    String message =
        "a\\u0000b\\u202Ec \\uD800 <b>d</b>"
            + " access-sandbox-0f1e2d3c-aaaa-bbbb-cccc-123456789012";
    String body =
        "{\"error\": {\"error_code\": \"X\", \"error_message\": \"%s\"}}".formatted(message);

    assertThat(visit.postBytes(EXITS, body.getBytes(UTF_8)).status()).isEqualTo(200);

    assertThat(kept("error_message = 'a b c <b>d</b> access-sandbox-(hidden)'")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\": \"text\", \"metadata\": 7}",
        "{\"error\": [], \"metadata\": {\"institution\": true, \"status\": {}}}",
        "{\"error\": {\"error_code\": null, \"error_message\": 1e999}}",
        "{\"bank\": 5}",
        "{}"
      })
  void wrongTypesArePassedOver(String body) {
    assertThat(visit.postBytes(EXITS, body.getBytes(UTF_8)).status()).isEqualTo(200);
    assertThat(kept("error_code IS NULL AND status IS NULL")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{", "\u0000", "\"text\""})
  void whatIsNoObjectIsRefused(String body) {
    assertThat(visit.postBytes(EXITS, body.getBytes(UTF_8)).status()).isEqualTo(400);
    assertThat(kept("true")).isZero();
  }

  @Test
  void hugeAndDeepBodiesAreRefused() {
    String huge = "{\"error\": {\"error_code\": \"" + "x".repeat(1024 * 1024) + "\"}}";
    String deep = "{\"error\": " + "[".repeat(30_000) + "]".repeat(30_000) + "}";

    assertThat(visit.postBytes(EXITS, huge.getBytes(UTF_8)).status()).isEqualTo(400);
    assertThat(visit.postBytes(EXITS, deep.getBytes(UTF_8)).status()).isIn(200, 400);
    assertThat(kept("length(error_code) > 100")).isZero();
  }

  @Test
  void longTextIsCut() {
    visit.post(EXITS, locked("é".repeat(20_000)));

    assertThat(kept("length(error_message) = 301")).isEqualTo(1);
  }

  @Test
  void bankOfSomebodyElseCannotBeNamed() {
    String stranger = Examples.anEndUser();
    String item =
        scenario
            .exchange(stranger, scenario.chooseBank(stranger, Examples.FIRST_PLATYPUS))
            .text("item_id");

    assertThat(visit.post(EXITS, Map.of("bank", item)).status()).isEqualTo(404);
    assertThat(kept("true")).isZero();
  }

  @Test
  void withoutTheFormKeyNothingIsKept() {
    assertThat(visit.postWithoutKey(EXITS, locked("no key")).status()).isEqualTo(403);
    assertThat(kept("true")).isZero();
  }

  @Test
  void oneSessionCannotFillTheTable() {
    for (int i = 0; i < 60; i++) {
      assertThat(visit.post(EXITS, locked("again")).status()).isEqualTo(200);
    }

    assertThat(kept("true")).isEqualTo(50);
  }

  @Test
  void exitsGoAfterThreeMonthsAndWithTheEndUser() {
    visit.post(EXITS, locked("old"));
    visit.post(EXITS, locked("new"));
    scenario
        .server()
        .database()
        .change(
            "UPDATE link_exit SET at = now() - interval '91 days' WHERE error_message = 'old'"
                + " AND link_session = ?::uuid",
            visit.sessionId());

    Eventually.within(PATIENCE, () -> assertThat(kept("true")).isEqualTo(1));
    Answer erased = scenario.server().api().delete("/api/v1/end-users/" + endUser);

    assertThat(erased.status()).as(erased.body()).isEqualTo(204);
    assertThat(
            scenario
                .server()
                .database()
                .number(
                    "SELECT count(*) FROM link_exit WHERE link_session = ?::uuid",
                    visit.sessionId()))
        .isZero();
  }
}
