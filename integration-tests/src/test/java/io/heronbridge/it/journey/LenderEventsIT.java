package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Secrets;
import io.heronbridge.it.support.Visitors;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.lender.ReceivedEvent;
import io.heronbridge.sandbox.plaid.LinkedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lender's backend is told what happens, whatever it answers. */
class LenderEventsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final FaultMatch EVENTS = FaultMatch.of("lender", "/lender/events");
  private static final FaultMatch LINK_POSTS =
      FaultMatch.of("heron", "/heron/api/integrations/.*/links").method("POST");

  private Scenario scenario;
  private ApiClient api;
  private String endpoint;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
    api = scenario.server().api();
    endpoint = "/api/v1/integrations/" + scenario.integration() + "/events";
  }

  private Answer set(String... types) {
    JsonArray words = new JsonArray();
    Stream.of(types).forEach(words::add);
    JsonObject wish = new JsonObject();
    wish.addProperty("url", scenario.sandbox().lenderUrl());
    wish.add("types", words);
    Answer answer = api.put(endpoint, wish);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  /** The lender sets events up and has its backend trust the secret. */
  private String switchOn(String... types) {
    String secret = Secrets.remember(set(types).text("new_secret"));
    scenario.sandbox().lender().trust(secret);
    return secret;
  }

  private LinkedItem connect() {
    String endUser = Examples.anEndUser();
    LinkedItem linked = scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS);
    assertThat(scenario.exchange(endUser, linked).status()).isEqualTo(201);
    return linked;
  }

  private List<ReceivedEvent> received() {
    return scenario.sandbox().lender().events();
  }

  private ReceivedEvent awaitEvent(String type) {
    ReceivedEvent[] found = new ReceivedEvent[1];
    Eventually.within(
        PATIENCE,
        () -> {
          List<ReceivedEvent> events =
              received().stream().filter(event -> event.type().equals(type)).toList();
          assertThat(events).as(type).hasSize(1);
          found[0] = events.get(0);
        });
    return found[0];
  }

  private String sendTest() {
    Answer sent = api.post(endpoint + "/test");
    assertThat(sent.status()).as(sent.body()).isEqualTo(202);
    return sent.text("id");
  }

  private JsonObject event(String id) {
    return api.get("/api/v1/events/" + id).json().getAsJsonObject("event");
  }

  private void awaitStatus(String id, String status) {
    Eventually.within(
        PATIENCE, () -> assertThat(event(id).get("status").getAsString()).isEqualTo(status));
  }

  private void resend(String id) {
    Answer resent = api.post("/api/v1/events/" + id + "/resend");
    assertThat(resent.status()).as(resent.body()).isEqualTo(202);
  }

  @Test
  void eachOfTheFourEventsArrivesOnceAndSigned() {
    switchOn();
    LinkedItem linked = connect();
    String itemId = linked.item().itemId();
    ReceivedEvent told = awaitEvent("link.linked");
    scenario.sandbox().plaid().breakLogin(linked.item());
    ReceivedEvent broken = awaitEvent("item.login_required");
    assertThat(api.delete("/api/v1/items/" + itemId).status()).isLessThan(300);
    ReceivedEvent removed = awaitEvent("item.removed");
    scenario.sandbox().faults().next(1, LINK_POSTS, FaultEffect.status(422, "{}"));
    String refused = connect().item().itemId();
    ReceivedEvent failed = awaitEvent("link.failed");

    assertThat(received()).hasSize(4).allMatch(ReceivedEvent::isVerified);
    assertThat(Stream.of(told, broken, removed).map(event -> event.itemId().orElseThrow()))
        .containsOnly(itemId);
    assertThat(failed.itemId()).contains(refused);
    assertThat(told.data().get("integration_id").getAsString()).isEqualTo(scenario.integration());
    assertThat(told.data().getAsJsonObject("integration_link").get("status").getAsString())
        .isEqualTo("linked");
    assertThat(told.data().getAsJsonObject("institution").get("name").getAsString())
        .isEqualTo("First Platypus Bank");
    assertThat(broken.data().get("item_status").getAsString()).isEqualTo("login_required");
    assertThat(failed.data().get("reason").getAsString()).contains("422");
    assertThat(Instant.parse(told.request().json().orElseThrow().get("timestamp").getAsString()))
        .isBefore(Instant.now().plusSeconds(5));
    assertThat(told.request().bodyText()).doesNotContain(linked.item().accessToken());
    assertThat(api.get("/api/v1/items/" + itemId + "/timeline").body()).contains("lender_event");
  }

  @Test
  void backendThatIsDownGetsTheSameBytesLaterAndTheSameAgainWhenResent() {
    switchOn();
    scenario.sandbox().faults().next(2, EVENTS, FaultEffect.status(503, "whsec_abcdefghijklmnop"));

    String id = sendTest();
    awaitStatus(id, "delivered");
    assertThat(event(id).get("attempts").getAsInt()).isEqualTo(3);
    String log = api.get("/api/v1/events/" + id).json().get("attempts_log").toString();
    assertThat(log).contains("503", "(hidden)").doesNotContain("whsec_abc");
    resend(id);

    Eventually.within(PATIENCE, () -> assertThat(received()).hasSize(2));
    awaitStatus(id, "delivered");
    assertThat(received()).extracting(ReceivedEvent::id).containsOnly("evt_" + id);
    assertThat(received()).extracting(each -> each.request().bodyText()).containsOnly(payload(id));
  }

  private String payload(String id) {
    return api.get("/api/v1/events/" + id).text("payload");
  }

  @Test
  void backendThatIsGoneSwitchesEventsOffUntilSomebodySetsThemUpAnew() {
    switchOn();
    scenario.sandbox().faults().next(1, EVENTS, FaultEffect.status(503, ""));
    scenario.sandbox().faults().next(1, EVENTS, FaultEffect.status(410, ""));
    String waiting = sendTest();
    Eventually.within(
        PATIENCE, () -> assertThat(event(waiting).get("attempts").getAsInt()).isPositive());
    String refused = sendTest();

    Eventually.within(
        PATIENCE, () -> assertThat(api.get(endpoint).text("status")).isEqualTo("off"));
    assertThat(api.get(endpoint).text("off_reason")).contains("410");
    assertThat(api.get(endpoint).json().get("gone_since").isJsonNull()).isFalse();
    Eventually.within(
        PATIENCE,
        () ->
            assertThat(List.of(status(waiting), status(refused)))
                .containsExactlyInAnyOrder("cancelled", "failed"));
    assertThat(api.post(endpoint + "/test").status()).isEqualTo(409);
    assertThat(api.post("/api/v1/events/" + refused + "/resend").status()).isEqualTo(409);

    String kept = onlyEventOf(connect());
    awaitStatus(kept, "cancelled");
    assertThat(event(kept).get("reason").getAsString()).contains("410");

    assertThat(set().json().get("new_secret").isJsonNull()).isTrue();
    assertThat(api.get(endpoint).json().get("gone_since").isJsonNull()).isTrue();
    for (String id : List.of(waiting, refused, kept)) {
      resend(id);
      awaitStatus(id, "delivered");
    }
  }

  private String onlyEventOf(LinkedItem linked) {
    JsonArray[] found = new JsonArray[1];
    Eventually.within(
        PATIENCE,
        () -> {
          String list = "/api/v1/events?item_id=" + linked.item().itemId();
          found[0] = api.get(list).json().getAsJsonArray("data");
          assertThat(found[0]).hasSize(1);
        });
    return found[0].get(0).getAsJsonObject().get("id").getAsString();
  }

  private String status(String id) {
    return event(id).get("status").getAsString();
  }

  @Test
  void whatWaitsIsCancelledWhenSomebodySwitchesOff() {
    switchOn();
    scenario.sandbox().faults().always(EVENTS, FaultEffect.status(500, ""));
    String id = sendTest();
    Eventually.within(
        PATIENCE, () -> assertThat(event(id).get("attempts").getAsInt()).isPositive());
    resend(id);

    Answer off = api.delete(endpoint);

    assertThat(off.text("status")).isEqualTo("off");
    assertThat(off.json().get("gone_since").isJsonNull()).isTrue();
    awaitStatus(id, "cancelled");
  }

  @Test
  void whatWaitsOfATypeThatIsNoLongerChosenIsCancelledAndResentOnlyWhenItIsChosenAgain() {
    switchOn();
    scenario.sandbox().faults().always(EVENTS, FaultEffect.status(500, ""));
    String id = onlyEventOf(connect());
    Eventually.within(
        PATIENCE, () -> assertThat(event(id).get("attempts").getAsInt()).isPositive());

    set("item.removed");
    awaitStatus(id, "cancelled");
    Answer refused = api.post("/api/v1/events/" + id + "/resend");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("link.linked");
    assertThat(status(id)).isEqualTo("cancelled");
    scenario.sandbox().faults().clear();
    set();
    resend(id);
    awaitStatus(id, "delivered");
  }

  @Test
  void onlyTheChosenTypesAreSent() {
    switchOn("item.removed");
    String itemId = connect().item().itemId();
    scenario.awaitLinked(itemId);

    assertThat(api.delete("/api/v1/items/" + itemId).status()).isLessThan(300);

    awaitEvent("item.removed");
    assertThat(received()).hasSize(1);
  }

  @Test
  void bothSecretsSignAfterARotationAndNoneIsShownAgain() {
    String first = switchOn();
    String second = Secrets.remember(api.post(endpoint + "/rotate").text("new_secret"));

    awaitStatus(sendTest(), "delivered");

    assertThat(received()).hasSize(1).allMatch(event -> event.signatures() == 2);
    Answer shown = api.get(endpoint);
    assertThat(shown.body()).doesNotContain(first).doesNotContain(second);
    assertThat(shown.json().getAsJsonObject("secret").get("hint").getAsString())
        .isEqualTo("…" + second.substring(second.length() - 4));
    assertThat(shown.json().get("earlier_secret_until").isJsonNull()).isFalse();
    scenario.sandbox().lender().clear();
    scenario.sandbox().lender().trust(second);
    awaitStatus(sendTest(), "delivered");
  }

  @Test
  void secretThatStillSignsIsNotEndedByAnotherRotationUnlessThatIsForced() {
    switchOn();
    String second = Secrets.remember(api.post(endpoint + "/rotate").text("new_secret"));
    scenario.sandbox().lender().clear();
    scenario.sandbox().lender().trust(second);
    String until = api.get(endpoint).text("earlier_secret_until");

    Answer refused = api.post(endpoint + "/rotate");
    Answer unclear = api.post(endpoint + "/rotate?force=perhaps");
    Answer forced = api.post(endpoint + "/rotate?force=true");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains(until.substring(0, 19)).contains("ends it at once");
    assertThat(unclear.status()).isEqualTo(422);
    assertThat(forced.status()).isEqualTo(200);
    Secrets.remember(forced.text("new_secret"));
    assertThat(forced.text("earlier_secret_until")).isGreaterThan(until);
    awaitStatus(sendTest(), "delivered");
    assertThat(received()).hasSize(1).allMatch(event -> event.signatures() == 2);
  }

  @Test
  void queryOfAnAddressIsToldOnlyToThoseWhoMayChangeIt() {
    Visitors visitors = new Visitors(scenario.server().database());
    ApiClient reader = scenario.server().anyone().withKey(visitors.readOnlyKey());
    ApiClient viewer = scenario.server().anyone().withCookie(visitors.cookieOf(Role.VIEWER));
    JsonObject wish = new JsonObject();
    String token = "t" + System.nanoTime();
    String url = scenario.sandbox().lenderUrl();
    wish.addProperty("url", url + "?token=" + token);

    Answer set = api.put(endpoint, wish);

    Secrets.remember(set.text("new_secret"));
    assertThat(set.text("url")).isEqualTo(url + "?token=" + token);
    assertThat(api.get(endpoint).text("url")).isEqualTo(url + "?token=" + token);
    assertThat(reader.get(endpoint).text("url")).isEqualTo(url);
    assertThat(viewer.get("/admin/integration-events/" + scenario.integration()).body())
        .contains(url)
        .doesNotContain(token);
    assertThat(viewer.get("/admin/audit?subject=" + scenario.integration()).body())
        .contains("integration.events_change", url)
        .doesNotContain(token);
  }

  @Test
  void hostileAddressesAndTypesAreRefused() {
    for (String url :
        List.of(
            "file:///etc/passwd",
            "https://user:pass@backend.example.com/",
            scenario.server().url() + "/webhooks/plaid/" + scenario.integration(),
            "nowhere")) {
      JsonObject wish = new JsonObject();
      wish.addProperty("url", url);
      assertThat(api.put(endpoint, wish).status()).as(url).isEqualTo(422);
    }
    JsonObject wish = new JsonObject();
    wish.addProperty("url", scenario.sandbox().lenderUrl());
    JsonArray types = new JsonArray();
    types.add("link.lost");
    wish.add("types", types);
    assertThat(api.put(endpoint, wish).status()).isEqualTo(422);
    assertThat(api.post(endpoint + "/rotate").status()).isEqualTo(409);
  }
}
