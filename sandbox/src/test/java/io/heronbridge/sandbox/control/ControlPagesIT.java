package io.heronbridge.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.heron.HeronSettings;
import io.heronbridge.sandbox.heron.LinkStatus;
import io.heronbridge.sandbox.plaid.ItemEvent;
import io.heronbridge.sandbox.plaid.SandboxItem;
import io.heronbridge.sandbox.support.Caller;
import io.heronbridge.sandbox.support.Eventually;
import io.heronbridge.sandbox.support.Examples;
import io.heronbridge.sandbox.support.Listener;
import io.heronbridge.sandbox.support.Reply;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlPagesIT {
  private static final String LINKS = "/api/integrations/itg_sandbox/links";
  private Sandbox sandbox;
  private Caller caller;
  private String item;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(0);
    caller = new Caller(sandbox);
    Reply made = Examples.item(caller, "ins_109512", "");
    item = made.text("item_id");
    caller.heron("POST", LINKS, Examples.link(item, made.text("access_token"), "<b>ann</b>"));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Reply post(String form, Map<String, String> fields) throws IOException {
    return caller.form("/items/" + item + "/" + form, fields);
  }

  private SandboxItem atPlaid() {
    return sandbox.plaid().items().find(item).orElseThrow();
  }

  private void assertDone(Reply reply, String page) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(303);
    assertThat(reply.header("Location")).startsWith(page + "?done=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/behaviour/heron", "/behaviour/plaid", "/items/"})
  void pagesCarryNoInlineScriptOrStyle(String path) throws IOException {
    Reply page = caller.get(path.equals("/items/") ? path + item : path);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(page.body())
        .doesNotContain("<style", "style=", "onclick", "{{")
        .doesNotContainPattern("<script(?![^>]* src=)");
  }

  @Test
  void whatOthersWroteIsEscaped() throws IOException {
    assertThat(caller.get("/items/" + item + "?done=%3Cscript%3E").body())
        .contains("&lt;b&gt;ann&lt;/b&gt;", "Done: &lt;script&gt;")
        .doesNotContain("<b>ann", "<script>");
  }

  @ParameterizedTest
  @EnumSource
  void everyEventHasAButtonThatWorks(ItemEvent event) throws IOException {
    assertThat(caller.get("/items/" + item).body())
        .contains("name=\"event\" value=\"" + event.word() + "\"");

    assertDone(post("event", Map.of("event", event.word())), "/items/" + item);
  }

  @Test
  void eventMayHappenWithoutAWebhook() throws IOException {
    post("event", Map.of("event", "reset_login", "silently", "on"));

    assertThat(atPlaid().error()).isPresent();
    assertThat(sandbox.plaid().webhooks().deliveries()).isEmpty();
  }

  @Test
  void webhookOfAFreeCodeIsSentAndShown() throws Throwable {
    try (Listener listener = new Listener()) {
      caller.plaid(
          "/item/webhook/update",
          "{\"access_token\": \"%s\", \"webhook\": \"%s\"}"
              .formatted(atPlaid().accessToken(), listener.url()));

      assertDone(
          post("webhook", Map.of("webhook_code", "ERROR", "free_code", "ODD", "age_seconds", "9")),
          "/items/" + item);

      Eventually.assertThat(() -> assertThat(listener.heard()).hasSize(2));
      assertThat(caller.get("/items/" + item).body()).contains("ODD", listener.url());
    }
  }

  @Test
  void refusalIsSaidOnThePageAndChangesNothing() throws IOException {
    Reply refused = post("webhook", Map.of("webhook_code", "ERROR", "happens", "on"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("role=\"alert\"", "the item has no webhook address");
  }

  @Test
  void linkIsSetDisabledAndDeleted() throws IOException {
    assertDone(
        post("link", Map.of("wish", "set", "status", "erroring", "status_message", "[X] y")),
        "/items/" + item);
    assertThat(sandbox.heron().links().find(item).orElseThrow().message()).contains("[X] y");
    post("link", Map.of("wish", "disable", "status", "active"));
    assertThat(sandbox.heron().links().find(item).orElseThrow().status())
        .isEqualTo(LinkStatus.SYNC_DISABLED);
    post("link", Map.of("wish", "delete", "status", "active"));
    assertThat(sandbox.heron().links().find(item)).isEmpty();
    assertThat(caller.get("/items/" + item).body()).contains("Heron does not know this item");
  }

  @Test
  void heronsOwnWebhookIsSentFromThePage() throws Throwable {
    try (Listener listener = new Listener()) {
      post(
          "callback",
          Map.of(
              "url", listener.url(),
              "topic", "integration_link.erroring",
              "signature", "unsigned"));

      Eventually.assertThat(() -> assertThat(listener.heard()).hasSize(1));
      assertThat(listener.heard().get(0).heronSignature()).isNull();
    }
  }

  @Test
  void conditionAndSettingsAreChangedOnTheBehaviourPage() throws IOException {
    assertDone(
        caller.form("/behaviour/heron/condition", Map.of("condition", "limited")),
        "/behaviour/heron");
    assertThat(caller.heron("GET", "/api/integrations").status()).isEqualTo(429);
    assertDone(
        caller.form(
            "/behaviour/heron/settings",
            Map.of(
                "duplicate_link", "200",
                "strict_fields", "true",
                "syncing_after_ms", "7",
                "callback_retry_delays_ms", "[1,2]",
                "callback_url", "http://127.0.0.1:1/cb")),
        "/behaviour/heron");

    HeronSettings settings = sandbox.heron().settings();
    assertThat(settings.switches().toJson().toString())
        .contains(
            "\"duplicate_link\":\"200\"",
            "\"strict_fields\":true",
            "\"syncing_after_ms\":7",
            "\"callback_retry_delays_ms\":[1,2]");
    caller.form("/behaviour/heron/settings", Map.of("callback_url", ""));
    assertThat(settings.callbackUrl()).isEmpty();
    assertThat(caller.get("/behaviour/heron").body()).contains("<strong>limited</strong>");
  }

  @Test
  void wrongSettingIsRefusedWhole() throws IOException {
    Reply refused =
        caller.form(
            "/behaviour/heron/settings",
            Map.of("duplicate_link", "200", "syncing_after_ms", "soon"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("syncing_after_ms must be a whole number");
    assertThat(sandbox.heron().settings().switches().text("duplicate_link")).isEqualTo("409");
  }

  @Test
  void pageOfAnUnknownItemSaysSo() throws IOException {
    assertThat(caller.get("/items/nobody").status()).isEqualTo(404);
  }
}
