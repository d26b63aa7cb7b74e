package io.heronbridge.it.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.heronbridge.it.support.Answer;
import io.heronbridge.it.support.ApiClient;
import io.heronbridge.it.support.Examples;
import io.heronbridge.it.support.Scenario;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be accepted is refused with the field's name, and changes nothing. */
class BadInputIT {
  private Scenario scenario;
  private ApiClient api;

  @BeforeEach
  void openScenario() {
    scenario = Scenario.onSharedServer();
    api = scenario.server().api();
  }

  private static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().get("status").getAsInt()).isEqualTo(status);
    assertThat(answer.json().has("title")).isTrue();
    assertThat(answer.json().has("detail")).isTrue();
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("io.heronbridge");
  }

  private static void assertNames(Answer answer, String field) {
    JsonArray errors = answer.json().getAsJsonArray("errors");
    assertThat(errors.toString()).contains("\"" + field + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"text\"", "null", "{\"a\":1,}", "\u0000"})
  void brokenJsonIsRefused(String body) {
    ApiClient json = api.with("Content-Type", "application/json");

    Answer answer = json.postBytes("/api/v1/link-tokens", body.getBytes(UTF_8));

    assertProblem(answer, 400);
    assertNames(answer, "body");
  }

  @Test
  void unknownFieldsAreRefused() {
    Answer answer =
        api.post(
            "/api/v1/link-tokens",
            Map.of(
                "integration_id",
                scenario.integration(),
                "end_user_id",
                Examples.anEndUser(),
                "end_user_nane",
                "Ann"));

    assertProblem(answer, 400);
    assertNames(answer, "end_user_nane");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ann\nSmith", "Ann\u202E htimS", "Ann\u2066", "Ann\u0007", "Ann\u0000"})
  void nameThatCannotBeReadAsOneIsRefused(String name) {
    String endUser = Examples.anEndUser();
    api.post("/api/v1/end-users", Map.of("end_user_id", endUser, "name", "Ann <b>Smith</b>"));
    JsonObject change = new JsonObject();
    change.addProperty("name", name);

    Answer answer = api.put("/api/v1/end-users/" + endUser, change);

    assertProblem(answer, name.indexOf(0) < 0 ? 422 : 400);
    assertNames(answer, "name");
    assertThat(api.get("/api/v1/end-users/" + endUser).text("name")).isEqualTo("Ann <b>Smith</b>");
  }

  @Test
  void everyMissingFieldIsNamedAtOnce() {
    Answer answer = api.post("/api/v1/items/exchange", Map.of());

    assertProblem(answer, 400);
    assertNames(answer, "integration_id");
    assertNames(answer, "end_user_id");
    assertNames(answer, "public_token");
  }

  @Test
  void wrongTypesAreRefused() {
    Answer answer =
        api.post(
            "/api/v1/link-sessions",
            Map.of("integration_id", 7, "end_user_id", true, "expires_in", "soon"));

    assertProblem(answer, 400);
    assertNames(answer, "integration_id");
    assertNames(answer, "end_user_id");
    assertNames(answer, "expires_in");
  }

  @Test
  void overlongFieldsAreRefused() {
    Answer answer =
        api.post(
            "/api/v1/end-users", Map.of("end_user_id", "a".repeat(141), "name", "b".repeat(129)));

    assertProblem(answer, 400);
    assertNames(answer, "end_user_id");
    assertNames(answer, "name");
  }

  @Test
  void nothingIsStoredOfARefusedIntegration() {
    long before = scenario.server().database().number("SELECT count(*) FROM integration");
    JsonObject integration = Examples.integrationWith(scenario.sandbox());
    integration.getAsJsonObject("link").addProperty("client_name", "x".repeat(31));
    integration.getAsJsonObject("link").addProperty("days_requested", 731);

    Answer answer = api.post("/api/v1/integrations", integration);

    assertProblem(answer, 422);
    assertNames(answer, "link.client_name");
    assertNames(answer, "link.days_requested");
    assertThat(scenario.server().database().number("SELECT count(*) FROM integration"))
        .isEqualTo(before);
  }

  @Test
  void integrationThatWouldRelayToItselfIsRefused() {
    JsonObject integration = Examples.integrationWith(scenario.sandbox());
    integration
        .getAsJsonObject("heron")
        .addProperty(
            "webhook_url", scenario.server().url() + "/webhooks/plaid/" + scenario.integration());

    Answer answer = api.post("/api/v1/integrations", integration);

    assertProblem(answer, 422);
    assertNames(answer, "heron.webhook_url");
  }

  @Test
  void unknownThingsAreNotFound() {
    UUID nobody = UUID.randomUUID();

    assertProblem(api.get("/api/v1/integrations/" + nobody), 404);
    assertProblem(api.get("/api/v1/integrations/not-an-id"), 404);
    assertProblem(api.get("/api/v1/items/none"), 404);
    assertProblem(api.get("/api/v1/end-users/nobody"), 404);
    assertProblem(api.get("/api/v1/integration-links/" + nobody), 404);
    assertProblem(api.get("/api/v1/webhooks/" + nobody), 404);
    assertProblem(api.get("/api/v1/no-such-noun"), 404);
    assertProblem(
        api.post(
            "/api/v1/link-tokens", Map.of("integration_id", nobody.toString(), "end_user_id", "x")),
        404);
  }

  @Test
  void badFiltersAndCursorsAreRefused() {
    assertProblem(api.get("/api/v1/integration-links?status=broken"), 422);
    assertProblem(api.get("/api/v1/items?limit=0"), 422);
    assertProblem(api.get("/api/v1/items?limit=201"), 422);
    assertProblem(api.get("/api/v1/items?cursor=tampered"), 422);
    assertProblem(api.get("/api/v1/webhooks?integration_id=1"), 422);
  }

  @Test
  void wrongMethodIsRefused() {
    assertProblem(api.put("/api/v1/items", new JsonObject()), 405);
  }

  @Test
  void integrationWithItemsIsNotDeleted() {
    String endUser = Examples.anEndUser();
    scenario.exchange(endUser, scenario.chooseBank(endUser, Examples.FIRST_PLATYPUS));

    assertProblem(api.delete("/api/v1/integrations/" + scenario.integration()), 409);
  }

  @Test
  void integrationWithoutItemsIsDeleted() {
    api.post(
        "/api/v1/link-sessions",
        Map.of("integration_id", scenario.integration(), "end_user_id", Examples.anEndUser()));

    assertThat(api.delete("/api/v1/integrations/" + scenario.integration()).status())
        .isEqualTo(204);
  }

  @Test
  void secretsComeBackAsHintsAndAreKeptByAChangeWithoutThem() {
    String path = "/api/v1/integrations/" + scenario.integration();
    JsonObject change = Examples.integrationWith(scenario.sandbox());
    change.addProperty("name", "Renamed");
    change.getAsJsonObject("plaid").remove("secret");
    change.getAsJsonObject("heron").remove("api_key");

    Answer changed = api.put(path, change);
    Answer checked = api.post(path + "/check");

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.text("name")).isEqualTo("Renamed");
    assertThat(changed.json().getAsJsonObject("plaid").getAsJsonObject("secret").get("set"))
        .hasToString("true");
    assertThat(checked.json().getAsJsonObject("plaid").get("ok")).hasToString("true");
    assertThat(checked.json().getAsJsonObject("heron").get("ok")).hasToString("true");
  }

  @Test
  void storedSecretDoesNotFollowAUrlToAnotherHost() {
    String path = "/api/v1/integrations/" + scenario.integration();
    JsonObject change = Examples.integrationWith(scenario.sandbox());
    change.getAsJsonObject("plaid").remove("secret");
    change.getAsJsonObject("plaid").addProperty("base_url", "http://127.0.0.2:9/plaid");
    change.getAsJsonObject("heron").remove("api_key");
    change.getAsJsonObject("heron").addProperty("link_url", "http://127.0.0.2:9/links");

    Answer answer = api.put(path, change);

    assertProblem(answer, 422);
    assertNames(answer, "plaid.secret");
    assertNames(answer, "heron.api_key");
  }

  @Test
  void deeplyNestedJsonIsRefusedLikeAnyOther() {
    ApiClient json = api.with("Content-Type", "application/json");

    Answer answer = json.postBytes("/api/v1/link-tokens", "[".repeat(5000).getBytes(UTF_8));

    assertProblem(answer, 400);
  }

  @Test
  void integrationsComeInPages() {
    String second = Scenario.onSharedServer().integration();

    Answer first = api.get("/api/v1/integrations?limit=1");
    String cursor = first.text("next_cursor");
    Answer rest = api.get("/api/v1/integrations?limit=200&cursor=" + cursor);

    assertThat(first.json().getAsJsonArray("data")).hasSize(1);
    assertThat(rest.body()).contains(second);
  }
}
