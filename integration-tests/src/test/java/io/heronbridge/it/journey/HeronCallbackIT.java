package io.heronbridge.it.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Secrets;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.heron.HeronCallbacks;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door by which Heron's own webhooks come in, and what they change here. */
class HeronCallbackIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ERRORING = "integration_link.erroring";

  private final String mark = UUID.randomUUID().toString();
  private Scenario scenario;
  private Database database;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
    database = scenario.server().database();
    keepSecret(Sandbox.HERON_WEBHOOK_SECRET);
  }

  private void keepSecret(String secret) {
    JsonObject integration = Examples.integrationWith(scenario.sandbox());
    integration.getAsJsonObject("heron").addProperty("webhook_secret", secret);
    Answer changed =
        scenario.server().api().put("/api/v1/integrations/" + scenario.integration(), integration);
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
  }

  private String door() {
    return "/webhooks/heron/" + scenario.integration();
  }

  private byte[] body(String topic, String item, String endUser) {
    JsonObject data = new JsonObject();
    data.addProperty("item_id", item);
    data.addProperty("end_user_id", endUser);
    data.addProperty("mark", mark);
    JsonObject body = new JsonObject();
    body.addProperty("topic", topic);
    body.add("data", data);
    return body.toString().getBytes(UTF_8);
  }

  private Answer heronSends(byte[] body) {
    return sendSigned(HeronCallbacks.signature(body), body);
  }

  private Answer sendSigned(String signature, byte[] body) {
    ApiClient anyone = scenario.server().anyone();
    return anyone.with("Heron-Signature", signature).postBytes(door(), body);
  }

  private JsonArray seen() {
    return scenario
        .server()
        .api()
        .get("/api/v1/heron-callbacks?integration_id=" + scenario.integration())
        .json()
        .getAsJsonArray("data");
  }

  private JsonObject only() {
    assertThat(seen()).hasSize(1);
    return seen().get(0).getAsJsonObject();
  }

  private String linkedItem(String endUser) {
    String item =
        scenario
            .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
            .text("item_id");
    scenario.awaitLinked(item);
    return item;
  }

  /** Links of the item that are due to be read, or were read since this integration was made. */
  private long readSoon(String item) {
    return database.number(
        "SELECT count(*) FROM integration_link l JOIN item i ON i.id = l.item"
            + " WHERE i.item_id = ? AND (l.read_due_at <= now() OR l.heron_read_at >="
            + " (SELECT max(received_at) FROM heron_callback WHERE integration = l.integration))",
        item);
  }

  @Test
  void hintMarksTheLinkItNamesAndChangesNoStatus() {
    String endUser = Examples.anEndUser();
    String item = linkedItem(endUser);

    Answer answer = heronSends(body(ERRORING, item, endUser));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(only().get("links_marked").getAsInt()).isEqualTo(1);
    assertThat(only().get("topic").getAsString()).isEqualTo(ERRORING);
    assertThat(readSoon(item)).isEqualTo(1);
    JsonObject link = scenario.awaitLinked(item).getAsJsonObject("integration_link");
    assertThat(link.get("heron_status").getAsString()).isNotEqualTo("erroring");
  }

  @Test
  void sandboxsHeronIsUnderstood() {
    String endUser = Examples.anEndUser();
    String item = linkedItem(endUser);
    JsonObject data = new JsonObject();
    data.addProperty("item_id", item);

    scenario.sandbox().heron().callbacks().send(scenario.server().url() + door(), ERRORING, data);

    Eventually.within(
        PATIENCE, () -> assertThat(only().get("links_marked").getAsInt()).isEqualTo(1));
  }

  @Test
  void endUserAloneIsEnough() {
    String endUser = Examples.anEndUser();
    String item = linkedItem(endUser);

    heronSends(body(ERRORING, null, endUser));

    assertThat(only().get("links_marked").getAsInt()).isEqualTo(1);
    assertThat(readSoon(item)).isEqualTo(1);
  }

  @Test
  void hintAboutAnotherIntegrationsLinkHasNoEffect() {
    String endUser = Examples.anEndUser();
    String item = linkedItem(endUser);
    scenario = Scenario.on(scenario.server(), TestRun.current().sandbox());
    keepSecret(Sandbox.HERON_WEBHOOK_SECRET);

    heronSends(body(ERRORING, item, endUser));

    assertThat(only().get("links_marked").getAsInt()).isZero();
  }

  @Test
  void otherTopicsAreKeptAndShownOnly() {
    String endUser = Examples.anEndUser();
    String item = linkedItem(endUser);

    heronSends(body("end_user.processed", item, endUser));

    assertThat(only().get("links_marked").getAsInt()).isZero();
    String id = only().get("id").getAsString();
    assertThat(scenario.server().api().get("/api/v1/heron-callbacks/" + id).text("payload"))
        .contains(mark);
  }

  @Test
  void bytesThatAreNoJsonAreKeptAllTheSame() {
    byte[] body = ("\u0000[" + mark).getBytes(UTF_8);

    assertThat(heronSends(body).status()).isEqualTo(200);
    assertThat(only().get("topic").isJsonNull()).isTrue();
  }

  @Test
  void sameBodyAgainDoesNothing() {
    byte[] body = body(ERRORING, null, null);

    assertThat(heronSends(body).status()).isEqualTo(200);
    assertThat(heronSends(body).status()).isEqualTo(200);

    assertThat(seen()).hasSize(1);
  }

  @Test
  void sameBodyADayLaterIsNewsAgain() {
    byte[] body = body(ERRORING, null, null);
    heronSends(body);
    database.change(
        "UPDATE heron_callback SET received_at = received_at - interval '25 hours'"
            + " WHERE integration = ?::uuid",
        scenario.integration());

    heronSends(body);

    assertThat(seen()).hasSize(2);
  }

  @Test
  void reformattedBodyFitsTheSignatureOfTheCompactOne() {
    byte[] compact = ("{\"topic\":\"a\",\"data\":{\"mark\":\"" + mark + "\"}}").getBytes(UTF_8);
    byte[] spaced = new String(compact, UTF_8).replace(":", ": ").getBytes(UTF_8);

    assertThat(sendSigned(HeronCallbacks.signature(compact), spaced).status()).isEqualTo(200);
  }

  @Test
  void anotherSpellingOfTheSameSignedBodyIsARepeat() {
    byte[] compact = ("{\"topic\":\"a\",\"data\":{\"mark\":\"" + mark + "\"}}").getBytes(UTF_8);
    byte[] spaced = new String(compact, UTF_8).replace(":", ": ").getBytes(UTF_8);

    sendSigned(HeronCallbacks.signature(compact), compact);

    assertThat(sendSigned(HeronCallbacks.signature(compact), spaced).status()).isEqualTo(200);
    assertThat(seen()).hasSize(1);
  }

  @Test
  void oldCallbacksAreTidiedAway() {
    heronSends(body(ERRORING, null, null));
    database.change(
        "UPDATE heron_callback SET received_at = received_at - interval '91 days'"
            + " WHERE integration = ?::uuid",
        scenario.integration());

    Eventually.within(Duration.ofSeconds(40), () -> assertThat(seen()).isEmpty());
  }

  @Test
  void wordsOfAPhraseAreNoSecrets() {
    JsonObject integration = Examples.integrationWith(scenario.sandbox());
    integration.getAsJsonObject("heron").addProperty("webhook_secret", "my secret phrase");
    String path = "/api/v1/integrations/" + scenario.integration();

    Answer refused = scenario.server().api().put(path, integration);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("heron.webhook_secret").doesNotContain("phrase");
    keepSecret("short");
  }

  @Test
  void eachSecretOfAListIsAccepted() {
    keepSecret(Secrets.fresh("sec_new") + ", " + Sandbox.HERON_WEBHOOK_SECRET);

    assertThat(heronSends(body(ERRORING, null, null)).status()).isEqualTo(200);
  }

  @Test
  void withoutASecretEverythingIsRefusedAndCounted() {
    scenario = Scenario.onSharedServer();

    Answer answer = heronSends(body(ERRORING, null, null));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEmpty();
    assertThat(seen()).isEmpty();
    awaitCounted("HERON_NO_SECRET");
  }

  @Test
  void forgedCallbackIsRefusedAndCounted() {
    byte[] body = body(ERRORING, null, null);

    assertThat(sendSigned(HeronCallbacks.signature(new byte[1]), body).status()).isEqualTo(401);
    assertThat(scenario.server().anyone().postBytes(door(), body).status()).isEqualTo(401);

    assertThat(seen()).isEmpty();
    awaitCounted("HERON_WRONG_SIGNATURE");
    awaitCounted("HERON_NO_SIGNATURE");
  }

  private void awaitCounted(String reason) {
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(
                    database.number(
                        "SELECT coalesce(sum(refused), 0) FROM refused_webhook"
                            + " WHERE integration = ?::uuid AND reason = ?",
                        scenario.integration(),
                        reason))
                .isPositive());
  }

  @Test
  void strangersAreToldLittle() {
    ApiClient anyone = scenario.server().anyone();

    Answer get = anyone.get(door());
    assertThat(get.status()).isEqualTo(405);
    assertThat(get.header("Allow")).contains("POST");
    assertThat(anyone.postBytes(door(), new byte[1_100_000]).status()).isEqualTo(413);
    assertThat(anyone.postBytes("/webhooks/heron/" + UUID.randomUUID(), new byte[2]).status())
        .isEqualTo(404);
    assertThat(anyone.postBytes("/webhooks/heron/x", new byte[2]).status()).isEqualTo(404);
  }

  @Test
  void heronIsAskedToSendAgainWhatCannotBeStored() {
    byte[] body = body(ERRORING, null, null);
    database.change("ALTER TABLE heron_callback RENAME TO heron_callback_away");

    int answered = heronSends(body).status();
    database.change("ALTER TABLE heron_callback_away RENAME TO heron_callback");

    assertThat(answered).isEqualTo(503);
    assertThat(heronSends(body).status()).isEqualTo(200);
    assertThat(seen()).hasSize(1);
  }

  @Test
  void erasingAnEndUserErasesWhatHeronSaidOfThem() {
    String endUser = Examples.anEndUser();
    String item = linkedItem(endUser);
    heronSends(body("end_user.processed", null, endUser));
    heronSends(body(ERRORING, item, null));

    Answer erased = scenario.server().api().delete("/api/v1/end-users/" + endUser);

    assertThat(erased.status()).as(erased.body()).isEqualTo(204);
    assertThat(seen()).isEmpty();
  }
}
