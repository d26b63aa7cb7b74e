package io.heronbridge.it.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import io.heronbridge.it.support.Visitors;
import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Setting an integration up: what Heron has, and what trying both sides tells. */
class IntegrationSetupIT {
  private static final FaultMatch LIST =
      FaultMatch.of("heron", "/heron/api/integrations$").method("GET");
  private static final Duration SLOW = Duration.ofSeconds(2);

  private Scenario scenario;
  private ApiClient api;
  private String path;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
    api = scenario.server().api();
    path = "/api/v1/integrations/" + scenario.integration();
  }

  private void change(Consumer<JsonObject> how) {
    JsonObject integration = Examples.integrationWith(scenario.sandbox());
    how.accept(integration);
    Answer changed = api.put(path, integration);
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
  }

  private JsonObject check(String side) {
    Answer checked = api.post(path + "/check");
    assertThat(checked.status()).as(checked.body()).isEqualTo(200);
    return checked.json().getAsJsonObject(side);
  }

  private static void assertWrong(JsonObject side, String... words) {
    assertThat(side.get("ok").getAsBoolean()).as(side.toString()).isFalse();
    assertThat(side.get("detail").getAsString()).contains(words);
  }

  private static void assertFine(JsonObject side, String... words) {
    assertThat(side.get("ok").getAsBoolean()).as(side.toString()).isTrue();
    assertThat(side.toString()).contains(words);
  }

  private JsonArray offers() {
    Answer list = api.get(path + "/heron-integrations");
    assertThat(list.status()).as(list.body()).isEqualTo(200);
    return list.json().getAsJsonArray("data");
  }

  private String atHeron(String name, String webhookUrl) {
    JsonObject fields = new JsonObject();
    fields.addProperty("name", name);
    fields.addProperty("type", "plaid");
    fields.addProperty("resource", "transaction");
    fields.addProperty("webhook_url", webhookUrl);
    JsonObject body = new JsonObject();
    body.add("integration", fields);
    Answer made = heron().post(scenario.sandbox().heronLinkUrl().replaceAll("/itg_.*", ""), body);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().getAsJsonObject("integration").get("heron_id").getAsString();
  }

  private ApiClient heron() {
    return new ApiClient(java.net.URI.create(scenario.sandbox().heronLinkUrl()))
        .with("x-api-key", Sandbox.HERON_API_KEY);
  }

  private String linkUrl() {
    return api.get(path).json().getAsJsonObject("heron").get("link_url").getAsString();
  }

  @Test
  void heronsIntegrationsAreListed() {
    JsonObject only = offers().get(0).getAsJsonObject();

    assertThat(only.get("heron_id").getAsString()).isEqualTo(Sandbox.HERON_INTEGRATION);
    assertThat(only.get("link_url").getAsString()).isEqualTo(scenario.sandbox().heronLinkUrl());
    assertThat(only.get("chosen").getAsBoolean()).isTrue();
    assertThat(only.get("obstacle").isJsonNull()).isTrue();
  }

  @Test
  void integrationMadeAtHeronTakesTheLinks() {
    Answer made = api.post(path + "/heron-integrations", Map.of("name", "Made", "choose", true));

    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.body()).doesNotContain(Sandbox.PLAID_SECRET).doesNotContain("client_secret");
    assertThat(made.json().get("chosen").getAsBoolean()).isTrue();
    assertThat(linkUrl()).isEqualTo(made.text("link_url")).doesNotContain("itg_sandbox");
    assertThat(api.get(path + "/heron-integrations").body())
        .contains("\"Made\"")
        .doesNotContain(Sandbox.PLAID_SECRET);
    assertFine(check("heron"), "has the integration Made");
    String endUser = Examples.anEndUser();
    scenario.awaitLinked(
        scenario
            .exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS))
            .text("item_id"));
  }

  @Test
  void integrationMadeAtHeronIsNotChosenUnasked() {
    Answer made = api.post(path + "/heron-integrations", Map.of("name", "Made"));

    assertThat(made.json().get("chosen").getAsBoolean()).isFalse();
    assertThat(linkUrl()).isEqualTo(scenario.sandbox().heronLinkUrl());
    assertThat(offers()).hasSize(2);
    assertThat(creationsAtHeron()).isEqualTo(1);
  }

  @Test
  void integrationMadeAtHeronStaysUnchosenWhenOursIsChangedMeanwhile() {
    ApiClient keyed = api.with("Idempotency-Key", Examples.anEndUser());
    Map<String, Object> wanted = Map.of("name", "Made", "choose", true);
    scenario
        .sandbox()
        .faults()
        .next(1, FaultMatch.of("heron", "/integrations$"), FaultEffect.delay(SLOW));
    CompletableFuture<Answer> making =
        CompletableFuture.supplyAsync(() -> keyed.post(path + "/heron-integrations", wanted));
    Eventually.within(SLOW, () -> assertThat(creationsAtHeron()).isEqualTo(1));
    String other = linkUrl().replaceAll("/itg_[^/]*/", "/itg_other/");

    change(draft -> draft.getAsJsonObject("heron").addProperty("link_url", other));

    assertThat(making.join().status()).as(making.join().body()).isEqualTo(201);
    assertThat(making.join().json().get("chosen").getAsBoolean()).isFalse();
    assertThat(linkUrl()).isEqualTo(other);
    assertThat(keyed.post(path + "/heron-integrations", wanted).text("heron_id"))
        .isEqualTo(making.join().text("heron_id"));
    assertThat(creationsAtHeron()).isEqualTo(1);
  }

  private long creationsAtHeron() {
    return scenario
        .server()
        .database()
        .number(
            "SELECT count(*) FROM audit_entry WHERE action = 'integration.create_at_heron'"
                + " AND subject = ?",
            "integration:" + scenario.integration());
  }

  @Test
  void heronsAddressAloneIsEnoughToChoose() {
    String itg = scenario.sandbox().heronLinkUrl();
    change(
        draft ->
            draft
                .getAsJsonObject("heron")
                .addProperty("link_url", itg.replaceAll("/integrations/.*", "")));
    assertWrong(check("heron"), "only Heron's address");

    Answer chosen = api.post(path + "/heron-integrations/" + Sandbox.HERON_INTEGRATION + "/choose");

    assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
    assertThat(linkUrl()).isEqualTo(itg);
    assertFine(check("heron"), "not tried");
  }

  @Test
  void integrationThatSendsWebhooksBackToUsIsRefused() {
    String loop = atHeron("Loop", scenario.server().url() + "/webhooks/plaid/" + UUID.randomUUID());

    Answer refused = api.post(path + "/heron-integrations/" + loop + "/choose");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("loop");
    assertThat(linkUrl()).isEqualTo(scenario.sandbox().heronLinkUrl());

    change(
        draft ->
            draft
                .getAsJsonObject("heron")
                .addProperty("link_url", linkUrl().replace(Sandbox.HERON_INTEGRATION, loop)));
    assertWrong(check("heron"), "loop", "Heron's dashboard");
  }

  @Test
  void integrationThatHeronDoesNotHaveIsNotChosen() {
    assertThat(api.post(path + "/heron-integrations/itg_none/choose").status()).isEqualTo(404);
  }

  @Test
  void badWishesAreRefused() {
    assertThat(api.post(path + "/heron-integrations", Map.of()).status()).isEqualTo(400);
    assertThat(api.post(path + "/heron-integrations", Map.of("nmae", "x")).status()).isEqualTo(400);
    assertThat(
            api.get("/api/v1/integrations/" + UUID.randomUUID() + "/heron-integrations").status())
        .isEqualTo(404);
    assertThat(offers()).hasSize(1);
  }

  /** Heron by another name, and so another host as far as anybody can tell. */
  private static void moveHeron(JsonObject draft) {
    JsonObject heron = draft.getAsJsonObject("heron");
    String moved = heron.get("link_url").getAsString().replace("127.0.0.1", "localhost");
    heron.addProperty("link_url", moved);
  }

  @Test
  void plaidSecretIsNotToldToAHeronItWasNotEnteredFor() {
    change(
        draft -> {
          moveHeron(draft);
          draft.getAsJsonObject("plaid").remove("secret");
        });

    Answer refused = api.post(path + "/heron-integrations", Map.of("name", "Thief"));
    int told = scenario.sandbox().requests().matching("heron", "/heron/api/integrations$").size();
    change(IntegrationSetupIT::moveHeron);
    Answer made = api.post(path + "/heron-integrations", Map.of("name", "Made"));

    assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("Enter the Plaid secret again");
    assertThat(told).isZero();
    assertThat(made.status()).as(made.body()).isEqualTo(201);
  }

  @Test
  void listIsForThoseWhoMayChangeThings() {
    Visitors visitors = new Visitors(scenario.server().database());
    atHeron("Other", "https://other.example/hook?token=theirs");
    ApiClient anyone = scenario.server().anyone();

    Answer reader = anyone.withKey(visitors.readOnlyKey()).get(path + "/heron-integrations");
    Answer limited =
        anyone.withKey(visitors.keyFor(scenario.integration())).get(path + "/heron-integrations");

    assertThat(reader.status()).isEqualTo(403);
    assertThat(limited.body()).contains("\"Other\"").doesNotContain("other.example");
    assertThat(api.get(path + "/heron-integrations").body()).contains("other.example");
  }

  @Test
  void listDrawsOnHeronsBudget() {
    change(
        draft -> {
          moveHeron(draft);
          draft.getAsJsonObject("heron").addProperty("requests_per_minute", 1);
        });

    Answer last = api.get(path + "/heron-integrations");
    for (int i = 0; i < 20 && last.status() == 200; i++) {
      last = api.get(path + "/heron-integrations");
    }

    assertThat(last.status()).as(last.body()).isEqualTo(503);
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
  }

  @Test
  void heronThatDoesNotTellItsIntegrationsIsSaidSo() {
    scenario.sandbox().faults().next(1, LIST, FaultEffect.status(404, "{}"));
    Answer none = api.get(path + "/heron-integrations");
    scenario.sandbox().faults().next(1, LIST, FaultEffect.status(503, "{}"));
    Answer down = api.get(path + "/heron-integrations");

    assertThat(none.status()).isEqualTo(502);
    assertThat(none.text("detail")).contains("copy the link URL from its dashboard");
    assertThat(down.status()).isEqualTo(503);
    assertThat(down.header("Retry-After")).isNotBlank();
  }

  @Test
  void checkOfWhatIsRightIsFine() {
    Answer checked = api.post(path + "/check");

    assertFine(checked.json().getAsJsonObject("plaid"), "accepts the keys");
    assertFine(checked.json().getAsJsonObject("heron"), "has the integration Sandbox", "not tried");
  }

  @Test
  void checkDoesNotMindAHeronWithoutTheList() {
    scenario.sandbox().faults().next(1, LIST, FaultEffect.status(404, "{}"));

    assertFine(check("heron"), "could not be compared");
  }

  @Test
  void checkTellsWhichIntegrationHeronDoesNotHave() {
    change(
        draft ->
            draft
                .getAsJsonObject("heron")
                .addProperty(
                    "link_url",
                    scenario
                        .sandbox()
                        .heronLinkUrl()
                        .replace(Sandbox.HERON_INTEGRATION, "itg_typo")));

    assertWrong(check("heron"), "no integration itg_typo", "Heron's dashboard");
  }

  @Test
  void checkTellsThatHeronRefusesTheKey() {
    change(draft -> draft.getAsJsonObject("heron").addProperty("api_key", "key_wrong12345678"));

    assertWrong(check("heron"), "refuses the API key", "Heron's dashboard");
  }

  @Test
  void checkTellsThatPlaidRefusesTheKeys() {
    change(draft -> draft.getAsJsonObject("plaid").addProperty("secret", "not-the-secret"));

    assertWrong(check("plaid"), "INVALID_API_KEYS", "Plaid's dashboard", "secret of sandbox");
  }

  @Test
  void checkTellsThatTheRedirectUriIsNotAllowed() {
    JsonObject settings = new JsonObject();
    JsonArray allowed = new JsonArray();
    allowed.add("https://other.example/back");
    settings.add("redirect_uris", allowed);
    scenario.sandbox().plaid().settings().switches().apply(settings);
    change(
        draft ->
            draft
                .getAsJsonObject("link")
                .addProperty("redirect_uri", "https://bridge.example/connect/oauth-return"));

    assertWrong(check("plaid"), "Allowed redirect URIs");
  }

  @Test
  void checkRemarksThatPlaidCouldNotReachUs() {
    change(draft -> draft.getAsJsonObject("plaid").addProperty("environment", "production"));

    JsonElement remark = check("plaid").getAsJsonArray("remarks").get(0);

    assertThat(remark.getAsString())
        .contains("cannot send webhooks", scenario.server().url().toString());
  }

  @Test
  void checkRemarksThatDirectWebhooksDoNotPassHere() {
    change(draft -> draft.addProperty("webhook_delivery", "direct"));

    assertFine(check("plaid"), "directly");
  }
}
