package io.heronbridge.it.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.heron.ReceivedRelay;
import io.heronbridge.sandbox.http.Delivery;
import io.heronbridge.sandbox.plaid.LinkedItem;
import io.heronbridge.sandbox.plaid.SignatureStyle;
import io.heronbridge.sandbox.plaid.SignatureStyle.Flaw;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The door by which Plaid's webhooks come in, and how they leave for Heron. */
class WebhookDoorIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Tells this test's webhooks from those that other tests have still under way. */
  private final String mark = UUID.randomUUID().toString();

  private Scenario scenario;
  private String url;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
    url = scenario.server().url() + "/webhooks/plaid/" + scenario.integration();
  }

  private void plaidSends(byte[] body, SignatureStyle style) {
    scenario.sandbox().plaid().webhooks().send("test", url, body, style);
  }

  private byte[] anyBody() {
    return ("{\"mark\": \"" + mark + "\"}").getBytes(UTF_8);
  }

  private int plaidIsAnswered() {
    int[] status = new int[1];
    Eventually.within(
        PATIENCE,
        () -> {
          JsonArray attempts = deliveries().get(0).getAsJsonArray("attempts");
          assertThat(attempts).isNotEmpty();
          status[0] = attempts.get(0).getAsJsonObject().get("status").getAsInt();
        });
    return status[0];
  }

  private List<JsonObject> deliveries() {
    List<JsonObject> ours =
        scenario.sandbox().plaid().webhooks().deliveries().stream()
            .map(Delivery::toJson)
            .filter(delivery -> delivery.get("url").getAsString().equals(url))
            .toList();
    assertThat(ours).isNotEmpty();
    return ours;
  }

  private List<ReceivedRelay> relays() {
    return relaysWith(mark);
  }

  private List<ReceivedRelay> relaysWith(String text) {
    return scenario.sandbox().heron().relays().all().stream()
        .filter(relay -> new String(relay.body(), ISO_8859_1).contains(text))
        .toList();
  }

  private Answer webhooksSeen() {
    return scenario.server().api().get("/api/v1/webhooks?integration_id=" + scenario.integration());
  }

  @Test
  void oddBytesReachHeronUnchanged() {
    byte[] odd =
        ("{\r\n\t\"webhook_type\" :\"TRANSACTIONS\", \"webhook_code\":\"DEFAULT_UPDATE\",\"é\":\"\\u00e9\" }\n\n"
                + mark)
            .getBytes(UTF_8);

    plaidSends(odd, SignatureStyle.PROPER);

    Eventually.within(PATIENCE, () -> assertThat(relays()).hasSize(1));
    ReceivedRelay relay = relays().get(0);
    assertThat(relay.body()).isEqualTo(odd);
    assertThat(relay.verdict().isValid()).isTrue();
    assertThat(relay.request().header("Plaid-Verification")).isPresent();
    assertThat(relay.request().header("User-Agent")).contains("Plaid-Sandbox-Simulator");
    assertThat(relay.request().header("x-api-key")).isEmpty();
  }

  @Test
  void bytesThatAreNoJsonAreRelayedAllTheSame() {
    byte[] body = ("\u0000\u0001\u00ff\u00fe" + mark).getBytes(ISO_8859_1);

    plaidSends(body, SignatureStyle.PROPER);

    Eventually.within(PATIENCE, () -> assertThat(relays()).hasSize(1));
    assertThat(relays().get(0).body()).isEqualTo(body);
  }

  @ParameterizedTest
  @EnumSource(value = Flaw.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void forgedWebhookIsRefusedAndLeavesNothing(Flaw flaw) {
    plaidSends(anyBody(), new SignatureStyle(flaw, Duration.ZERO));

    assertThat(plaidIsAnswered()).isEqualTo(401);
    assertThat(relays()).isEmpty();
    assertThat(webhooksSeen().json().getAsJsonArray("data")).isEmpty();
  }

  @Test
  void webhookOlderThanFiveMinutesIsRefused() {
    plaidSends(anyBody(), SignatureStyle.PROPER.aged(Duration.ofSeconds(302)));

    assertThat(plaidIsAnswered()).isEqualTo(401);
  }

  @Test
  void webhookFromTheFutureIsRefused() {
    plaidSends(anyBody(), SignatureStyle.PROPER.aged(Duration.ofSeconds(-70)));

    assertThat(plaidIsAnswered()).isEqualTo(401);
  }

  @Test
  void plaidIsAskedToSendAgainWhenItsKeyCannotBeHad() {
    scenario.sandbox().plaid().keys().rotate();
    scenario
        .sandbox()
        .faults()
        .next(
            1,
            FaultMatch.of("plaid", "/plaid/webhook_verification_key/get"),
            FaultEffect.status(500, "oops"));

    plaidSends(anyBody(), SignatureStyle.PROPER);

    assertThat(plaidIsAnswered()).isEqualTo(503);
    Eventually.within(PATIENCE, () -> assertThat(relays()).hasSize(1));
  }

  @Test
  void refusedWebhooksAreCountedByReason() {
    plaidSends(anyBody(), new SignatureStyle(Flaw.UNSIGNED, Duration.ZERO));

    Eventually.within(PATIENCE, () -> assertThat(refused("NO_SIGNATURE")).isPositive());
  }

  private long refused(String reason) {
    return scenario
        .server()
        .database()
        .number(
            "SELECT coalesce(sum(refused), 0) FROM refused_webhook"
                + " WHERE integration = ?::uuid AND reason = ?",
            scenario.integration(),
            reason);
  }

  @Test
  void strangersAreToldLittle() {
    assertThat(scenario.server().anyone().get(path()).status()).isEqualTo(405);
    assertThat(scenario.server().anyone().postBytes(path(), new byte[1_100_000]).status())
        .isEqualTo(413);
    Answer unknown =
        scenario
            .server()
            .anyone()
            .postBytes("/webhooks/plaid/00000000-0000-0000-0000-000000000000", new byte[2]);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(scenario.server().anyone().postBytes(path(), new byte[2]).body()).isEmpty();
  }

  @Test
  void webhookThatHeronSendsBackIsNotPassedOnAgain() {
    byte[] body = anyBody();
    plaidSends(body, SignatureStyle.PROPER);
    Eventually.within(PATIENCE, () -> assertThat(relays()).hasSize(1));
    String signature = relays().get(0).request().header("Plaid-Verification").orElseThrow();

    Answer answer =
        scenario
            .server()
            .anyone()
            .with("Plaid-Verification", signature)
            .with("Content-Type", "application/json")
            .postBytes(path(), body);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(webhooksSeen().json().getAsJsonArray("data")).hasSize(1);
    Eventually.within(PATIENCE, () -> assertThat(refused("REPEATED")).isPositive());
    assertThat(relays()).hasSize(1);
  }

  @Test
  void sameBytesSignedAnewArePassedOnAgain() {
    plaidSends(anyBody(), SignatureStyle.PROPER);
    Eventually.within(PATIENCE, () -> assertThat(relays()).hasSize(1));

    plaidSends(anyBody(), SignatureStyle.PROPER);

    Eventually.within(PATIENCE, () -> assertThat(relays()).hasSize(2));
    assertThat(webhooksSeen().json().getAsJsonArray("data")).hasSize(2);
  }

  @Test
  void hostileSignatureIsRefusedLikeAnyOther() {
    String nested =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(("{\"alg\":" + "[".repeat(1500)).getBytes(UTF_8));

    Answer answer =
        scenario
            .server()
            .anyone()
            .with("Plaid-Verification", nested + ".e30.AAAA")
            .postBytes(path(), new byte[2]);

    assertThat(answer.status()).isEqualTo(401);
  }

  private String path() {
    return "/webhooks/plaid/" + scenario.integration();
  }

  @Test
  void webhookThatOvertakesItsLinkWaitsForIt() {
    scenario
        .sandbox()
        .faults()
        .next(
            1,
            FaultMatch.of("heron", ".*/itg_sandbox/links").method("POST"),
            FaultEffect.status(503, "{}").after(Duration.ofSeconds(3)));
    String endUser = Examples.anEndUser();
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);

    String itemId = scenario.exchange(endUser, linked).text("item_id");

    Eventually.within(
        PATIENCE,
        () -> assertThat(webhooksSeen().body()).contains("INITIAL_UPDATE").contains("\"pending\""));
    assertThat(relaysWith(itemId)).isEmpty();
    scenario.awaitLinked(itemId);
    Eventually.within(PATIENCE, () -> assertThat(relaysWith(itemId)).hasSize(2));
    assertThat(relaysWith(itemId).stream().map(relay -> relay.code().orElse("")))
        .containsExactly("INITIAL_UPDATE", "HISTORICAL_UPDATE");
  }

  @Test
  void webhookHeronCouldNotTakeIsTriedAgain() {
    scenario
        .sandbox()
        .faults()
        .next(2, FaultMatch.of("heron", "/heron/webhooks/.*"), FaultEffect.status(503, ""));

    plaidSends(anyBody(), SignatureStyle.PROPER);

    Eventually.within(PATIENCE, () -> assertThat(relays()).hasSize(1));
    assertThat(relays().get(0).verdict().isValid()).isTrue();
  }

  @Test
  void webhookWithLiveTokensStaysHereAndIsShownWithoutThem() {
    String token = "public-sandbox-11111111-2222-3333-4444-555555555555";
    byte[] body =
        ("{\"webhook_type\":\"LINK\",\"webhook_code\":\"SESSION_FINISHED\",\"public_token\":\""
                + token
                + "\",\"mark\":\""
                + mark
                + "\"}")
            .getBytes(UTF_8);

    plaidSends(body, SignatureStyle.PROPER);

    Eventually.within(PATIENCE, () -> assertThat(webhooksSeen().body()).contains("not_relayed"));
    String id =
        webhooksSeen()
            .json()
            .getAsJsonArray("data")
            .get(0)
            .getAsJsonObject()
            .get("id")
            .getAsString();
    assertThat(scenario.server().api().get("/api/v1/webhooks/" + id).body())
        .contains("SESSION_FINISHED")
        .doesNotContain(token);
    assertThat(relays()).isEmpty();
    assertThat(
            scenario
                .server()
                .database()
                .number(
                    "SELECT count(*) FROM received_webhook WHERE id = ?::uuid"
                        + " AND position('public_token'::bytea IN body) > 0",
                    id))
        .isZero();
  }

  @Test
  void brokenLoginShowsOnTheItemAndItsRepairToo() {
    String endUser = Examples.anEndUser();
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    String itemId = scenario.exchange(endUser, linked).text("item_id");
    scenario.awaitLinked(itemId);

    scenario.sandbox().plaid().breakLogin(linked.item());
    awaitStatus(itemId, "login_required");

    scenario.sandbox().plaid().webhooks().fire(linked.item(), "LOGIN_REPAIRED");
    awaitStatus(itemId, "active");
  }

  private void awaitStatus(String itemId, String status) {
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(scenario.server().api().get("/api/v1/items/" + itemId).text("status"))
                .isEqualTo(status));
  }
}
