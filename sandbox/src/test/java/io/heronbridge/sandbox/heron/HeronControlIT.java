package io.heronbridge.sandbox.heron;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.plaid.SandboxItem;
import io.heronbridge.sandbox.support.Caller;
import io.heronbridge.sandbox.support.Eventually;
import io.heronbridge.sandbox.support.Examples;
import io.heronbridge.sandbox.support.Listener;
import io.heronbridge.sandbox.support.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heron as the control interface makes it behave. */
class HeronControlIT {
  private static final String LINKS = "/api/integrations/itg_sandbox/links";
  private Sandbox sandbox;
  private Caller caller;
  private Listener listener;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(0);
    caller = new Caller(sandbox);
    listener = new Listener();
  }

  @AfterEach
  void stop() {
    listener.close();
    sandbox.close();
  }

  private Reply condition(String order) throws IOException {
    return caller.plain("POST", "/control/heron/condition", order);
  }

  private String linkedItem() throws IOException {
    Reply item = Examples.item(caller, "ins_109508", "");
    String id = item.text("item_id");
    caller.heron("POST", LINKS, Examples.link(id, item.text("access_token"), "u"));
    return id;
  }

  @Test
  void downHeronAnswersNothingAndTakesNoWebhook() throws IOException {
    condition("{\"condition\": \"down\"}");

    assertThat(caller.heron("GET", "/api/hello_world/authenticated").status()).isEqualTo(503);
    assertThat(caller.plain("POST", "/heron/webhooks/plaid/itg_sandbox", "{}").status())
        .isEqualTo(503);
    assertThat(sandbox.heron().relays().all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"limited, 429", "key_refused, 401"})
  void limitAndKeyConcernTheApiOnly(String condition, int status) throws IOException {
    condition("{\"condition\": \"%s\", \"retry_after\": 7}".formatted(condition));

    Reply refused = caller.heron("POST", LINKS, Examples.link("i", "access-sandbox-x", "u"));

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.json().get("code").getAsInt()).isEqualTo(status);
    assertThat(refused.header("Retry-After")).isEqualTo(status == 429 ? "7" : "");
    assertThat(sandbox.heron().links().all()).isEmpty();
    assertThat(caller.plain("POST", "/heron/webhooks/plaid/itg_sandbox", "{}").status())
        .isEqualTo(200);
  }

  @Test
  void slowHeronDoesItsWorkAndAnswersLate() throws IOException {
    condition("{\"condition\": \"slow\", \"delay_ms\": 300}");

    long begin = System.nanoTime();
    Reply answer = caller.heron("GET", "/api/integrations");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void backToNormalEndsTheConditionAndTheStrictness() throws IOException {
    condition("{\"condition\": \"down\"}");
    caller.plain("POST", "/control/heron/settings", "{\"webhook_check\": \"strict\"}");

    Reply normal = condition("{\"condition\": \"normal\"}");

    assertThat(normal.text("condition")).isEqualTo("normal");
    assertThat(caller.heron("GET", "/api/integrations").status()).isEqualTo(200);
    assertThat(caller.plain("POST", "/heron/webhooks/plaid/itg_sandbox", "{}").status())
        .isEqualTo(200);
  }

  @Test
  void conditionComesBeforeOtherFaultsAndAnotherTakesItsPlace() throws IOException {
    sandbox.demoFaults();
    condition("{\"condition\": \"down\"}");
    condition("{\"condition\": \"limited\"}");

    assertThat(sandbox.faults().ids()).containsExactly("heron_limited", "flt_1");
    assertThat(caller.get("/control/heron/condition").text("condition")).isEqualTo("limited");
    assertThat(condition("{\"condition\": \"odd\"}").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({"down, 500, INTERNAL_SERVER_ERROR", "limited, 429, RATE_LIMIT"})
  void plaidHasConditionsToo(String condition, int status, String code) throws IOException {
    caller.plain("POST", "/control/plaid/condition", "{\"condition\": \"" + condition + "\"}");

    Reply refused = caller.plaid("/item/get", "{}");

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.text("error_code")).isEqualTo(code);
  }

  @Test
  void linkThatTurnsErroringIsReportedOnceToTheConfiguredAddress() throws Throwable {
    sandbox.heron().settings().switches().set(HeronSettings.CALLBACK_URL, listener.url());
    String id = linkedItem();
    Eventually.assertThat(
        () ->
            assertThat(sandbox.heron().links().find(id).orElseThrow().status())
                .isEqualTo(LinkStatus.ACTIVE));
    SandboxItem item = sandbox.plaid().items().find(id).orElseThrow();
    caller.plaid(
        "/item/webhook/update",
        "{\"access_token\": \"%s\", \"webhook\": \"%s\"}"
            .formatted(item.accessToken(), sandbox.heronWebhookUrl()));

    sandbox.plaid().breakLogin(item);
    Eventually.assertThat(() -> assertThat(listener.heard()).hasSize(1));
    long before = sandbox.heron().relays().count();
    sandbox.plaid().webhooks().fire(item, "ERROR");

    Eventually.assertThat(() -> assertThat(sandbox.heron().relays().count()).isGreaterThan(before));
    Listener.Heard heard = listener.heard().get(0);
    assertThat(heard.text()).contains("\"topic\":\"integration_link.erroring\"", id, "erroring");
    assertThat(heard.heronSignature()).isEqualTo(HeronCallbacks.signature(heard.body()));
    assertThat(sandbox.heron().callbacks().deliveries()).hasSize(1);
  }

  @Test
  void webhooksOfHeronsAreSentWithRightWrongAndNoSignature() throws Throwable {
    String id = linkedItem();
    String order = "{\"url\": \"%s\", \"item_id\": \"%s\", \"signature\": \"%s\"}";

    for (String signature : new String[] {"valid", "broken", "unsigned"}) {
      int sent = listener.heard().size();
      caller.plain(
          "POST", "/control/heron/callbacks", order.formatted(listener.url(), id, signature));
      Eventually.assertThat(() -> assertThat(listener.heard()).hasSize(sent + 1));
    }

    assertThat(listener.heard()).allMatch(heard -> heard.text().contains(id));
    assertThat(listener.heard().get(0).heronSignature())
        .isEqualTo(HeronCallbacks.signature(listener.heard().get(0).body()));
    assertThat(listener.heard().get(1).heronSignature())
        .isNotBlank()
        .isNotEqualTo(HeronCallbacks.signature(listener.heard().get(1).body()));
    assertThat(listener.heard().get(2).heronSignature()).isNull();
  }

  @Test
  void callbackWithoutAnAddressIsRefused() throws IOException {
    assertThat(caller.plain("POST", "/control/heron/callbacks", "{}").status()).isEqualTo(422);
    assertThat(
            caller
                .plain("POST", "/control/heron/settings", "{\"callback_url\": \"nowhere\"}")
                .status())
        .isEqualTo(422);
  }

  @Test
  void linkDeletedThereIsGone() throws IOException {
    String id = linkedItem();

    assertThat(caller.plain("DELETE", "/control/heron/links/" + id, "").status()).isEqualTo(204);

    assertThat(caller.heron("GET", "/api/end_users/u/integration_links").json().toString())
        .isEqualTo("{\"links\":[]}");
    assertThat(caller.heron("POST", LINKS + "/" + id + "/refresh").status()).isEqualTo(404);
  }

  @Test
  void disabledSyncStaysDisabled() throws IOException {
    String id = linkedItem();

    caller.plain("POST", "/control/heron/links/" + id, "{\"status\": \"sync_disabled\"}");

    assertThat(caller.heron("POST", LINKS + "/" + id + "/refresh").body())
        .contains("\"status\":\"sync_disabled\"");
    assertThat(caller.get("/control/heron/links/" + id).text("status")).isEqualTo("sync_disabled");
  }
}
