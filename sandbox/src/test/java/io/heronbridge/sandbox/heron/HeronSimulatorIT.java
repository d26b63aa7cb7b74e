package io.heronbridge.sandbox.heron;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.plaid.SandboxItem;
import io.heronbridge.sandbox.plaid.SignatureStyle;
import io.heronbridge.sandbox.support.Caller;
import io.heronbridge.sandbox.support.Eventually;
import io.heronbridge.sandbox.support.Examples;
import io.heronbridge.sandbox.support.Listener;
import io.heronbridge.sandbox.support.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeronSimulatorIT {
  private static final String LINKS = "/api/integrations/itg_sandbox/links";
  private Sandbox sandbox;
  private Caller caller;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(0);
    caller = new Caller(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void set(String name, Object value) {
    sandbox.heron().settings().switches().set(name, value);
  }

  private Reply post(String item, String user) throws IOException {
    return caller.heron("POST", LINKS, Examples.link(item, "access-sandbox-x", user));
  }

  private Reply linksOf(String user) throws IOException {
    return caller.heron("GET", "/api/end_users/" + user + "/integration_links");
  }

  private JsonObject firstLinkOf(String user) throws IOException {
    return linksOf(user).json().getAsJsonArray("links").get(0).getAsJsonObject();
  }

  @Test
  void keyIsNeededExceptForTheGreeting() throws IOException {
    assertThat(caller.get("/heron/api/hello_world").status()).isEqualTo(200);
    Reply refused = caller.get("/heron/api/hello_world/authenticated");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.json().get("code").getAsInt()).isEqualTo(401);
    assertThat(caller.heron("GET", "/api/hello_world/authenticated").text("hello")).isNotBlank();
  }

  @Test
  void newLinkBecomesActive() throws Throwable {
    Reply item = Examples.item(caller, "ins_109508", "");
    String body = Examples.link(item.text("item_id"), item.text("access_token"), "cust 1");

    Reply created = caller.heron("POST", LINKS, body);

    JsonObject link = created.json().getAsJsonObject("link");
    assertThat(created.status()).isEqualTo(201);
    assertThat(link.get("status").getAsString()).isEqualTo("pending");
    assertThat(link.get("data_source_heron_id").getAsString()).startsWith("dso_");
    assertThat(link.has("access_token")).isFalse();
    Eventually.assertThat(
        () -> {
          JsonObject read = firstLinkOf("cust%201");
          assertThat(read.get("status").getAsString()).isEqualTo("active");
          assertThat(read.get("last_successful_sync").isJsonNull()).isFalse();
          assertThat(read.has("data_source_heron_id")).isFalse();
        });
  }

  @Test
  void linkWithAForeignTokenErrs() throws Throwable {
    set(HeronSettings.ACTIVE_AFTER, 10);
    set(HeronSettings.SYNCING_AFTER, 1);
    post("item-1", "u");

    Eventually.assertThat(
        () ->
            assertThat(firstLinkOf("u").get("status_message").toString())
                .contains("[INVALID_ACCESS_TOKEN]"));
  }

  @Test
  void missingFieldIsNamed() throws IOException {
    Reply reply = caller.heron("POST", LINKS, "{\"item_id\": \"i\", \"end_user_id\": \"u\"}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().getAsJsonObject("description").getAsJsonObject("json").keySet())
        .containsExactly("access_token");
  }

  @Test
  void secondPostOfAnItemAnswersAsSwitched() throws IOException {
    post("item-1", "u");

    assertThat(post("item-1", "u").status()).isEqualTo(409);
    set(HeronSettings.DUPLICATE_LINK, "200");
    assertThat(post("item-1", "u").status()).isEqualTo(200);
    set(HeronSettings.DUPLICATE_LINK, "422");
    assertThat(post("item-1", "u").status()).isEqualTo(422);
    assertThat(post("item-1", "somebody-else").status()).isEqualTo(409);
    assertThat(sandbox.heron().links().find("item-1").orElseThrow().endUserId()).isEqualTo("u");
  }

  @Test
  void deletedLinksStopAndMayBePostedAgain() throws IOException {
    post("item-1", "u");

    Reply deleted = caller.heron("DELETE", LINKS + "?end_user_id_or_heron_id=u");

    assertThat(deleted.status()).isEqualTo(204);
    assertThat(firstLinkOf("u").get("status").getAsString()).isEqualTo("sync_disabled");
    assertThat(post("item-1", "u").status()).isEqualTo(201);
    assertThat(firstLinkOf("u").get("status").getAsString()).isEqualTo("pending");
  }

  @Test
  void unknownThingsAreNotFound() throws IOException {
    assertThat(linksOf("nobody").status()).isEqualTo(404);
    assertThat(caller.heron("POST", "/api/integrations/itg_no/links", "{}").status())
        .isEqualTo(404);
    assertThat(caller.heron("POST", LINKS + "/no/refresh").status()).isEqualTo(404);
    set(HeronSettings.LINKS_OF_UNKNOWN_END_USER, "empty");
    assertThat(linksOf("nobody").json().getAsJsonArray("links")).isEmpty();
  }

  @Test
  void tokenIsReplacedUnderTheDocumentedKeyOnly() throws IOException {
    post("item-1", "u");
    String fresh = "{\"access_token\": \"access-sandbox-y\"}";

    Reply good =
        caller.heron("PUT", "/api/integration_links/item-1", "{\"end_user\": " + fresh + "}");
    Reply bad =
        caller.heron(
            "PUT", "/api/integration_links/item-1", "{\"integration_link\": " + fresh + "}");

    assertThat(good.json().getAsJsonObject("integration_link").get("item_id").getAsString())
        .isEqualTo("item-1");
    assertThat(bad.status()).isEqualTo(422);
  }

  @Test
  void limitIsTold() throws IOException {
    set(HeronSettings.RATE_LIMIT, 2);

    Reply first = caller.heron("GET", "/api/integrations");
    caller.heron("GET", "/api/integrations");
    Reply third = post("item-1", "u");

    assertThat(first.header("X-RateLimit-Limit")).isEqualTo("2");
    assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("1");
    assertThat(third.status()).isEqualTo(429);
    assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 60);
    assertThat(sandbox.heron().links().all()).isEmpty();
  }

  @Test
  void endUserIsCreatedChangedListedAndDeleted() throws IOException {
    String body = "{\"end_user\": {\"end_user_id\": \"u\", \"name\": \"Ann\"}}";
    assertThat(caller.heron("POST", "/api/end_users", body).status()).isEqualTo(201);
    assertThat(caller.heron("POST", "/api/end_users", body).status()).isEqualTo(409);
    Reply changed = caller.heron("PUT", "/api/end_users", body.replace("Ann", "Bea"));
    JsonObject user = changed.json().getAsJsonObject("end_user");
    assertThat(user.get("name").getAsString()).isEqualTo("Bea");
    assertThat(user.get("created").getAsString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
    Reply list = caller.heron("GET", "/api/end_users?limit=1");
    assertThat(list.json().getAsJsonObject("_meta").get("total").getAsInt()).isEqualTo(1);

    assertThat(caller.heron("POST", "/api/end_users/u/delete").status()).isEqualTo(202);

    assertThat(caller.heron("GET", "/api/end_users/u").status()).isEqualTo(404);
  }

  @Test
  void relayedWebhookIsKeptByteForByteWithItsVerdict() throws Throwable {
    byte[] body = "{\n  \"item_id\": \"x\"\n}".getBytes(StandardCharsets.UTF_8);

    sandbox.plaid().webhooks().send("good", sandbox.heronWebhookUrl(), body, SignatureStyle.PROPER);
    Eventually.assertThat(() -> assertThat(sandbox.heron().relays().all()).hasSize(1));

    ReceivedRelay relay = sandbox.heron().relays().all().get(0);
    assertThat(relay.verdict().isValid()).isTrue();
    assertThat(relay.body()).isEqualTo(body);
  }

  @Test
  void strictReceiverRefusesWhatIsTooOldOrForged() throws Throwable {
    set(HeronSettings.WEBHOOK_CHECK, "strict");
    SignatureStyle old = SignatureStyle.PROPER.aged(Duration.ofSeconds(310));

    sandbox.plaid().webhooks().send("old", sandbox.heronWebhookUrl(), new byte[] {'{'}, old);
    Eventually.assertThat(() -> assertThat(sandbox.heron().relays().all()).hasSize(1));

    ReceivedRelay relay = sandbox.heron().relays().all().get(0);
    assertThat(relay.verdict().finding()).isEqualTo(SignatureCheck.Finding.STALE);
    assertThat(relay.status()).isEqualTo(401);
    assertThat(caller.plain("POST", "/heron/webhooks/plaid/itg_sandbox", "{}").status())
        .isEqualTo(401);
  }

  @Test
  void erringLinkIsReportedToSubscribers() throws Throwable {
    try (Listener listener = new Listener()) {
      String wanted =
          "{\"topic\": \"integration_link.erroring\", \"url\": \"" + listener.url() + "\"}";
      assertThat(caller.heron("POST", "/api/webhooks", wanted).status()).isEqualTo(201);
      Reply item = Examples.item(caller, "ins_109508", "");
      String id = item.text("item_id");
      caller.heron("POST", LINKS, Examples.link(id, item.text("access_token"), "u"));
      SandboxItem broken = sandbox.plaid().items().find(id).orElseThrow();
      sandbox.plaid().breakLogin(broken);

      caller.heron("POST", LINKS + "/" + id + "/refresh");

      Eventually.assertThat(() -> assertThat(listener.heard()).isNotEmpty());
      Listener.Heard heard = listener.heard().get(0);
      assertThat(heard.text()).contains("ITEM_LOGIN_REQUIRED", id);
      assertThat(heard.heronSignature()).isEqualTo(HeronCallbacks.signature(heard.body()));
    }
  }

  private static String integration(String more) {
    return """
        {"integration": {"name": "Acme", "type": "plaid", "resource": "transaction" %s}}"""
        .formatted(more);
  }

  @Test
  void integrationIsCreatedListedAndUpdated() throws IOException {
    Reply created = caller.heron("POST", "/api/integrations", integration(""));
    String id = created.json().getAsJsonObject("integration").get("heron_id").getAsString();
    Reply updated =
        caller.heron("PUT", "/api/integrations/" + id, integration(", \"client_id\": \"c1\""));

    assertThat(created.status()).isEqualTo(201);
    assertThat(id).startsWith("itg_");
    assertThat(updated.status()).isEqualTo(200);
    assertThat(caller.heron("GET", "/api/integrations").body()).contains(id, "\"c1\"");
    String body = Examples.link("item-9", "access-sandbox-x", "u");
    assertThat(caller.heron("POST", "/api/integrations/" + id + "/links", body).status())
        .isEqualTo(201);
    assertThat(caller.heron("GET", LINKS + "?end_user_id_or_heron_id=u").body())
        .doesNotContain("item-9");
  }

  @Test
  void badIntegrationIsRefusedByField() throws IOException {
    assertThat(caller.heron("POST", "/api/integrations", "{\"integration\": {}}").body())
        .contains("\"name\"", "\"type\"", "\"resource\"");
    Reply url = caller.heron("POST", "/api/integrations", integration(", \"webhook_url\": \"x\""));
    assertThat(url.status()).isEqualTo(422);
    assertThat(caller.heron("PUT", "/api/integrations/itg_no", integration("")).status())
        .isEqualTo(404);
  }

  @Test
  void assetReportsAreRefreshedWithPartialFailureAsUnprocessable() throws IOException {
    assertThat(caller.heron("PUT", LINKS).status()).isEqualTo(404);
    String assets = integration("").replace("\"transaction\"", "\"assets_report\"");
    String id =
        caller
            .heron("POST", "/api/integrations", assets)
            .json()
            .getAsJsonObject("integration")
            .get("heron_id")
            .getAsString();
    String links = "/api/integrations/" + id + "/links";
    Reply item = Examples.item(caller, "ins_109508", "");
    String good = Examples.link(item.text("item_id"), item.text("access_token"), "u");

    assertThat(caller.heron("POST", links, good).body()).contains("plaid_assets_report");
    Reply whole = caller.heron("PUT", links);
    caller.heron("POST", links, Examples.link("item-bad", "access-sandbox-x", "u"));
    Reply part = caller.heron("PUT", links);

    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo("{\"failed_links\":[],\"processed_links\":1}");
    assertThat(part.status()).isEqualTo(422);
    assertThat(part.body()).isEqualTo("{\"failed_links\":[\"item-bad\"],\"processed_links\":1}");
  }

  @Test
  void everyMissingFieldIsNamedAtOnce() throws IOException {
    assertThat(
            caller
                .heron("POST", LINKS, "{}")
                .json()
                .getAsJsonObject("description")
                .getAsJsonObject("json")
                .keySet())
        .containsExactly("item_id", "access_token", "end_user_id");
  }

  @Test
  void knownPathTakesItsOwnMethodsOnly() throws IOException {
    Reply reply = caller.heron("DELETE", "/api/integrations/itg_sandbox");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.text("name")).isEqualTo("Method Not Allowed");
  }

  @Test
  void fieldsWithoutAValueAreLeftOutWhenSwitched() throws IOException {
    set(HeronSettings.ABSENT_FIELDS, "omitted");

    JsonObject link = post("item-1", "u").json().getAsJsonObject("link");

    assertThat(link.has("last_successful_sync")).isFalse();
    assertThat(link.has("status_message")).isFalse();
  }

  @Test
  void refusalOfAWebhookIsForbiddenWhenSwitched() throws IOException {
    set(HeronSettings.WEBHOOK_CHECK, "strict");
    set(HeronSettings.WEBHOOK_REFUSAL, "403");

    assertThat(caller.plain("POST", "/heron/webhooks/plaid/itg_sandbox", "{}").status())
        .isEqualTo(403);
  }

  @Test
  void badFieldsOfAnEndUserAreRefused() throws IOException {
    String user = "{\"end_user\": {\"end_user_id\": \"u\", %s}}";

    assertThat(
            caller.heron("POST", "/api/end_users", user.formatted("\"status\": \"odd\"")).status())
        .isEqualTo(422);
    assertThat(
            caller.heron("POST", "/api/end_users", user.formatted("\"meta\": {\"a\": 1}")).status())
        .isEqualTo(422);
    assertThat(caller.heron("GET", "/api/end_users/u").status()).isEqualTo(404);
  }
}
