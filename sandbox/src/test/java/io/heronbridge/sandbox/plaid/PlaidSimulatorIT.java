package io.heronbridge.sandbox.plaid;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.support.Caller;
import io.heronbridge.sandbox.support.Eventually;
import io.heronbridge.sandbox.support.Examples;
import io.heronbridge.sandbox.support.Listener;
import io.heronbridge.sandbox.support.Reply;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaidSimulatorIT {
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

  private void assertRefused(Reply reply, String code) {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("error_code")).isEqualTo(code);
    assertThat(reply.text("request_id")).isNotBlank();
    assertThat(reply.json().has("display_message")).isTrue();
  }

  private Reply createLinkToken(String more) throws IOException {
    return caller.plaid("/link/token/create", Examples.linkToken(more));
  }

  private static String quoted(String name, String value) {
    return "{\"%s\": \"%s\"}".formatted(name, value);
  }

  @Test
  void wrongOrMissingKeysAreRefused() throws IOException {
    assertRefused(caller.plain("POST", "/plaid/item/get", "{}"), "MISSING_FIELDS");
    assertRefused(
        caller.plain("POST", "/plaid/item/get", "{\"client_id\": \"x\", \"secret\": \"y\"}"),
        "INVALID_API_KEYS");
  }

  @Test
  void unknownFieldIsRefused() throws IOException {
    assertRefused(createLinkToken(", \"webhok\": \"http://x\""), "UNKNOWN_FIELDS");
  }

  @Test
  void badValuesOfALinkTokenAreRefused() throws IOException {
    assertRefused(createLinkToken(", \"redirect_uri\": \"\""), "INVALID_FIELD");
    assertRefused(createLinkToken(", \"redirect_uri\": \"http://a/b?c=d\""), "INVALID_FIELD");
    assertRefused(
        createLinkToken(", \"transactions\": {\"days_requested\": 731}"), "INVALID_FIELD");
    assertRefused(createLinkToken(", \"products\": [\"balance\"]"), "INVALID_PRODUCT");
    assertRefused(createLinkToken(", \"country_codes\": []"), "INVALID_FIELD");
    assertRefused(
        createLinkToken(", \"user\": {\"client_user_id\": \"ann@example.com\"}"), "INVALID_FIELD");
    assertRefused(
        createLinkToken(", \"user\": {\"client_user_id\": \"+1 415 555 0100\"}"), "INVALID_FIELD");
    assertRefused(caller.plaid("/link/token/create", "{}"), "MISSING_FIELDS");
    assertRefused(caller.plaid("/link/token/create", "no json"), "INVALID_BODY");
  }

  @Test
  void productsHaveNoPlaceInUpdateMode() throws IOException {
    String access = Examples.item(caller, "ins_109508", "").text("access_token");

    Reply reply = createLinkToken(", \"access_token\": \"" + access + "\"");

    assertRefused(reply, "INVALID_CONFIGURATION");
  }

  @Test
  void publicTokenIsExchangedOnceUnlessSwitched() throws IOException {
    String linkToken = createLinkToken("").text("link_token");
    String publicToken = sandbox.link().link(linkToken, "ins_109508").publicToken();
    String body = quoted("public_token", publicToken);

    Reply first = caller.plaid("/item/public_token/exchange", body);

    assertThat(first.status()).isEqualTo(200);
    assertRefused(caller.plaid("/item/public_token/exchange", body), "INVALID_PUBLIC_TOKEN");
    sandbox.plaid().settings().switches().set(PlaidSettings.SECOND_EXCHANGE, "same");
    Reply again = caller.plaid("/item/public_token/exchange", body);
    assertThat(again.text("item_id")).isEqualTo(first.text("item_id"));
    assertThat(again.text("access_token")).isEqualTo(first.text("access_token"));
  }

  @Test
  void removedItemIsNotFoundAnyMore() throws IOException {
    String access = Examples.item(caller, "ins_109508", "").text("access_token");
    String body = quoted("access_token", access);

    assertThat(caller.plaid("/item/remove", body).status()).isEqualTo(200);

    assertRefused(caller.plaid("/item/remove", body), "ITEM_NOT_FOUND");
    assertRefused(caller.plaid("/item/get", body), "ITEM_NOT_FOUND");
  }

  @Test
  void newItemIsFollowedByTwoSignedWebhooks() throws Throwable {
    sandbox.plaid().settings().switches().set(PlaidSettings.HISTORICAL_UPDATE_DELAY, 400);
    String item = Examples.item(caller, "ins_109508", listener.url()).text("item_id");

    Eventually.assertThat(() -> assertThat(listener.heard()).hasSize(2));

    Listener.Heard first = listener.heard().get(0);
    assertThat(first.contentType()).isEqualTo("application/json");
    assertThat(first.token().split("\\.")).hasSize(3);
    assertThat(first.text())
        .startsWith("{\n  \"environment\": \"sandbox\",\n  \"error\": null,")
        .contains("\"item_id\": \"" + item + "\"", "INITIAL_UPDATE")
        .endsWith("\n}");
    assertThat(listener.heard().get(1).text()).contains("HISTORICAL_UPDATE");
  }

  @Test
  void webhookNotAnsweredWithExactlyTwoHundredComesAgain() throws Throwable {
    sandbox.plaid().settings().switches().set("webhook_retry_delays_ms", List.of(30, 30));
    Examples.item(caller, "ins_109508", "");
    SandboxItem item = sandbox.plaid().items().all().get(0);
    item.listenAt(listener.answering(500, 204).url());

    sandbox.plaid().webhooks().fire(item, "DEFAULT_UPDATE");

    Eventually.assertThat(() -> assertThat(listener.heard()).hasSize(3));
    assertThat(listener.heard().get(2).body()).isEqualTo(listener.heard().get(0).body());
  }

  @Test
  void lostLoginIsReportedAndRepairedInUpdateMode() throws Throwable {
    sandbox.plaid().settings().switches().set(PlaidSettings.INITIAL_UPDATE_DELAY, 60_000);
    sandbox.plaid().settings().switches().set(PlaidSettings.HISTORICAL_UPDATE_DELAY, 60_000);
    String access = Examples.item(caller, "ins_109508", listener.url()).text("access_token");
    String body = quoted("access_token", access);
    caller.plaid("/sandbox/item/reset_login", body);
    JsonObject item = caller.plaid("/item/get", body).json().getAsJsonObject("item");
    assertThat(item.getAsJsonObject("error").get("error_code").getAsString())
        .isEqualTo("ITEM_LOGIN_REQUIRED");
    assertRefused(caller.plaid("/accounts/get", body), "ITEM_LOGIN_REQUIRED");
    String update =
        """
        {"client_name": "Acme", "language": "en", "country_codes": ["US"],
         "user": {"client_user_id": "u"}, "access_token": "%s"}"""
            .formatted(access);
    String token = caller.plaid("/link/token/create", update).text("link_token");

    String publicToken = sandbox.link().repair(token).publicToken();

    assertRefused(
        caller.plaid("/item/public_token/exchange", quoted("public_token", publicToken)),
        "INVALID_PUBLIC_TOKEN");
    assertThat(caller.plaid("/accounts/get", body).status()).isEqualTo(200);
    Eventually.assertThat(() -> assertThat(listener.heard()).hasSize(2));
    assertThat(listener.heard().get(0).text()).contains("ITEM_LOGIN_REQUIRED");
    assertThat(listener.heard().get(1).text()).contains("LOGIN_REPAIRED");
  }

  @Test
  void expiredKeyIsPublishedWithItsEnd() throws IOException {
    SigningKey old = sandbox.plaid().keys().current();
    sandbox.plaid().keys().rotate();
    sandbox.plaid().keys().expire(old.id());

    JsonObject key =
        caller
            .plaid("/webhook_verification_key/get", quoted("key_id", old.id()))
            .json()
            .getAsJsonObject("key");

    assertThat(key.get("expired_at").isJsonNull()).isFalse();
    assertThat(sandbox.plaid().keys().current().id()).isNotEqualTo(old.id());
    assertRefused(
        caller.plaid("/webhook_verification_key/get", quoted("key_id", "nobody")),
        "INVALID_WEBHOOK_VERIFICATION_KEY_ID");
  }
}
