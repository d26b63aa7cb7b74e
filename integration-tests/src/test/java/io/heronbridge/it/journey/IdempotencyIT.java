package io.heronbridge.it.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.ItemsElsewhere;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Visitors;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call with an Idempotency-Key is done once, however often and however badly it is sent. */
class IdempotencyIT {
  private static final String SESSIONS = "/api/v1/link-sessions";
  private static final String TOKENS = "/api/v1/link-tokens";
  private static final String EXCHANGES = "/api/v1/items/exchange";
  private static final FaultMatch EXCHANGE = FaultMatch.of("plaid", "/item/public_token/exchange$");
  private static final FaultMatch LINK_TOKEN = FaultMatch.of("plaid", "/plaid/link/token/create");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SLOW = Duration.ofSeconds(6);

  private final String key = UUID.randomUUID().toString();
  private final String endUser = Examples.anEndUser();
  private Scenario scenario;
  private Database database;
  private ApiClient api;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
    database = scenario.server().database();
    api = scenario.server().api().with("Idempotency-Key", key);
  }

  private Map<String, String> person() {
    return Map.of("integration_id", scenario.integration(), "end_user_id", endUser);
  }

  private static void assertRepeats(Answer again, Answer first) {
    assertThat(again.status()).as(again.body()).isEqualTo(first.status());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
  }

  /** What the latest call left behind, as if its node had died before it answered. */
  private void crashBeforeTheAnswer(String leaseEnds) {
    database.change(
        "UPDATE api_answer SET answer = NULL, leased_until = now() + ?::interval"
            + " WHERE created_at = (SELECT max(created_at) FROM api_answer)",
        leaseEnds);
  }

  @Test
  void repeatedCallGetsTheFirstAnswerAndDoesNothing() {
    Answer first = api.post(SESSIONS, person());
    Answer again = api.post(SESSIONS, person());

    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertRepeats(again, first);
    assertThat(
            database.number(
                "SELECT count(*) FROM link_session s JOIN end_user e ON e.id = s.end_user"
                    + " WHERE e.end_user_id = ?",
                endUser))
        .isEqualTo(1);
  }

  @Test
  void withoutAKeyEveryCallIsDone() {
    ApiClient keyless = scenario.server().api();

    assertThat(keyless.post(SESSIONS, person()).text("id"))
        .isNotEqualTo(keyless.post(SESSIONS, person()).text("id"));
  }

  @Test
  void tokensOfAnswersAreNotStoredInClear() {
    String url = api.post(SESSIONS, person()).text("url");

    byte[] token = url.substring(url.lastIndexOf('/') + 1).getBytes(UTF_8);
    assertThat(
            database.number(
                "SELECT count(*) FROM api_answer WHERE position(? in answer) > 0", token))
        .isZero();
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() {
    api.post(SESSIONS, person());

    Answer other = api.post(SESSIONS, Map.of("integration_id", scenario.integration()));

    assertThat(other.status()).as(other.body()).isEqualTo(422);
    assertThat(other.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void anotherPathOrAnotherApiKeyIsAnotherCall() {
    String first = api.post(SESSIONS, person()).text("id");
    ApiClient another =
        scenario
            .server()
            .anyone()
            .withKey(new Visitors(database).keyFor(scenario.integration()))
            .with("Idempotency-Key", key);

    assertThat(api.post(TOKENS, person()).status()).isEqualTo(201);
    assertThat(another.post(SESSIONS, person()).text("id")).isNotEqualTo(first);
  }

  @Test
  void rotatedApiKeyIsTheSameKey() {
    Visitors visitors = new Visitors(database);
    String before = visitors.keyFor(scenario.integration());
    Answer first = api.withKey(before).post(SESSIONS, person());

    ApiClient rotated = api.withKey(visitors.rotated(before));

    assertRepeats(rotated.post(SESSIONS, person()), first);
    assertRepeats(api.withKey(before).post(SESSIONS, person()), first);
  }

  @Test
  void whileTheFirstIsUnderWayTheSecondIsToldToWait() {
    scenario.sandbox().faults().next(1, LINK_TOKEN, FaultEffect.delay(SLOW));
    CompletableFuture<Answer> first =
        CompletableFuture.supplyAsync(() -> api.post(TOKENS, person()));
    awaitBegun();

    Answer second = api.post(TOKENS, person());

    assertThat(second.status()).as(second.body()).isEqualTo(409);
    assertThat(second.header("Retry-After")).isNotEmpty();
    assertThat(first.join().status()).isEqualTo(201);
    assertRepeats(api.post(TOKENS, person()), first.join());
  }

  @Test
  void sameExchangeAtOnceWaitsAndGetsTheSameItem() {
    JsonObject exchange =
        scenario.exchangeOf(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS));
    scenario.sandbox().faults().next(1, EXCHANGE, FaultEffect.delay(SLOW));
    CompletableFuture<Answer> first =
        CompletableFuture.supplyAsync(() -> api.post(EXCHANGES, exchange));
    awaitBegun();

    Answer second = api.post(EXCHANGES, exchange);

    assertThat(second.status()).as(second.body()).isEqualTo(200);
    assertThat(first.join().status()).as(first.join().body()).isEqualTo(201);
    assertThat(second.text("item_id")).isEqualTo(first.join().text("item_id"));
    assertRepeats(api.post(EXCHANGES, exchange), first.join());
    exchange.addProperty("end_user_id", Examples.anEndUser());
    assertThat(api.post(EXCHANGES, exchange).status()).isEqualTo(422);
  }

  private void awaitBegun() {
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(
                    database.number(
                        "SELECT count(*) FROM api_answer"
                            + " WHERE answer IS NULL AND leased_until > now()"))
                .isPositive());
  }

  @Test
  void whatPlaidCouldNotAnswerMayBeTriedAnew() {
    scenario.sandbox().faults().next(1, LINK_TOKEN, FaultEffect.status(503, ""));

    Answer refused = api.post(TOKENS, person());
    Answer again = api.post(TOKENS, person());

    assertThat(refused.status()).as(refused.body()).isEqualTo(503);
    assertThat(again.status()).as(again.body()).isEqualTo(201);
    assertThat(again.header("Idempotent-Replayed")).isEmpty();
  }

  @Test
  void whatCouldNotBeReadMayBeMended() {
    Answer unread = api.postBytes(SESSIONS, "{".getBytes(UTF_8));

    assertThat(unread.status()).isEqualTo(400);
    assertThat(api.post(SESSIONS, person()).status()).isEqualTo(201);
  }

  @Test
  void refusalIsRepeatedToo() {
    Map<String, String> unknown =
        Map.of("integration_id", UUID.randomUUID().toString(), "end_user_id", endUser);

    Answer first = api.post(TOKENS, unknown);

    assertThat(first.status()).isEqualTo(404);
    assertRepeats(api.post(TOKENS, unknown), first);
  }

  @Test
  void conflictMayBeTriedAnewOnceItsCauseIsGone() {
    Map<String, String> wanted = Map.of("end_user_id", endUser);
    ApiClient keyless = scenario.server().api();
    keyless.post("/api/v1/end-users", wanted);

    Answer conflict = api.post("/api/v1/end-users", wanted);
    keyless.delete("/api/v1/end-users/" + endUser);
    Answer again = api.post("/api/v1/end-users", wanted);

    assertThat(conflict.status()).as(conflict.body()).isEqualTo(409);
    assertThat(again.status()).as(again.body()).isEqualTo(201);
    assertRepeats(api.post("/api/v1/end-users", wanted), again);
  }

  @Test
  void crashBlocksTheKeyOnlyUntilItsLeaseEnds() {
    String lost = api.post(SESSIONS, person()).text("id");
    crashBeforeTheAnswer("1 minute");
    Answer early = api.post(SESSIONS, person());
    crashBeforeTheAnswer("-1 second");
    Answer other = api.post(SESSIONS, Map.of("integration_id", scenario.integration()));

    Answer late = api.post(SESSIONS, person());

    assertThat(early.status()).isEqualTo(409);
    assertThat(other.status()).isEqualTo(422);
    assertThat(late.status()).as(late.body()).isEqualTo(201);
    assertThat(late.text("id")).isNotEqualTo(lost);
  }

  @Test
  void keyIsFreeAgainAfterADay() {
    String first = api.post(SESSIONS, person()).text("id");
    database.change(
        "UPDATE api_answer SET created_at = now() - interval '24 hours'"
            + " WHERE created_at = (SELECT max(created_at) FROM api_answer)");

    assertThat(api.post(SESSIONS, person()).text("id")).isNotEqualTo(first);
  }

  @Test
  void longImportIsTakenOnce() {
    String lines = ItemsElsewhere.invented(15_000);

    Answer first = upload(lines);
    Answer again = upload(lines);
    Answer other = upload(lines + " ");

    assertThat(lines.length()).isGreaterThan(1024 * 1024);
    assertThat(first.status()).as(first.body()).isEqualTo(202);
    assertRepeats(again, first);
    assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
    assertThat(other.status()).as(other.body()).isEqualTo(422);
    scenario.server().api().post(first.header("Location") + "/cancel");
  }

  /** What was answered to half of it, if anybody was there to hear, is no answer to all of it. */
  @Test
  void importThatBrokeOffIsTakenWhenItComesWhole() throws IOException {
    String lines = ItemsElsewhere.invented(15_000);

    breakOff(lines, 1000);
    Answer[] whole = new Answer[1];
    Eventually.within(
        PATIENCE,
        () -> {
          whole[0] = upload(lines);
          assertThat(whole[0].status()).as(whole[0].body()).isEqualTo(202);
        });

    assertThat(whole[0].header("Idempotent-Replayed")).isEmpty();
    assertRepeats(upload(lines), whole[0]);
    scenario.server().api().post(whole[0].header("Location") + "/cancel");
  }

  /** Uploads all but the last bytes, hangs up, and waits until that was noticed. */
  private void breakOff(String lines, int lacking) throws IOException {
    byte[] body = lines.getBytes(UTF_8);
    String head =
        """
        POST /api/v1/items/import?integration_id=%s HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Idempotency-Key: %s\r
        Content-Type: application/x-ndjson\r
        Content-Length: %d\r
        \r
        """
            .formatted(
                scenario.integration(),
                scenario.server().settings().bootstrapKey(),
                key,
                body.length);
    URI server = scenario.server().url();
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write(body, 0, body.length - lacking);
      socket.getOutputStream().flush();
    }
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(
                    database.number(
                        "SELECT count(*) FROM item_import WHERE integration = ?::uuid"
                            + " AND status = 'BROKEN_OFF'",
                        scenario.integration()))
                .isEqualTo(1));
  }

  private Answer upload(String lines) {
    return api.with("Content-Type", "application/x-ndjson")
        .postBytes(
            "/api/v1/items/import?integration_id=" + scenario.integration(), lines.getBytes(UTF_8));
  }

  @Test
  void keyThatIsTooLongIsRefused() {
    Answer answer = scenario.server().api().with("Idempotency-Key", "k".repeat(256)).post(SESSIONS);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("Idempotency-Key");
  }

  @Test
  void readOnlyKeyIsRefusedBeforeAnythingIsBegun() {
    String reader = new Visitors(database).readOnlyKey();
    ApiClient readOnly = scenario.server().anyone().withKey(reader).with("Idempotency-Key", key);

    assertThat(readOnly.post(SESSIONS, person()).status()).isEqualTo(403);
    assertThat(readOnly.post(SESSIONS, person()).status()).isEqualTo(403);
  }
}
