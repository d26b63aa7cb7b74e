package io.heronbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.support.Caller;
import io.heronbridge.sandbox.support.Eventually;
import io.heronbridge.sandbox.support.Examples;
import io.heronbridge.sandbox.support.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkSessionIT {
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

  private String linkToken(String more) throws IOException {
    return caller.plaid("/link/token/create", Examples.linkToken(more)).text("link_token");
  }

  private Reply login(String token, String institution, String password) throws IOException {
    return caller.plain(
        "POST",
        "/link/login",
        """
        {"link_token": "%s", "institution_id": "%s", "username": "user_good",
         "password": "%s"}"""
            .formatted(token, institution, password));
  }

  private Reply complete(String signIn, String accounts) throws IOException {
    return caller.plain(
        "POST",
        "/link/complete",
        "{\"sign_in_id\": \"%s\", \"accounts\": %s}".formatted(signIn, accounts));
  }

  private static String errorCode(Reply reply) {
    return reply.json().getAsJsonObject("error").get("error_code").getAsString();
  }

  @Test
  void bankIsConnectedFromTheDialogToHeron() throws Throwable {
    String token = linkToken(", \"webhook\": \"" + sandbox.heronWebhookUrl() + "\"");
    String signIn = login(token, "ins_109511", "pass_good").text("sign_in_id");

    Reply done = complete(signIn, "[\"checking\"]");

    JsonObject metadata = done.json().getAsJsonObject("metadata");
    assertThat(metadata.getAsJsonArray("accounts")).hasSize(1);
    assertThat(metadata.getAsJsonObject("institution").get("name").getAsString())
        .isEqualTo("Tartan Bank");
    Reply item =
        caller.plaid(
            "/item/public_token/exchange",
            "{\"public_token\": \"" + done.text("public_token") + "\"}");
    caller.heron(
        "POST",
        "/api/integrations/itg_sandbox/links",
        Examples.link(item.text("item_id"), item.text("access_token"), "u"));
    Eventually.assertThat(
        () -> assertThat(sandbox.heron().relays().all()).hasSizeGreaterThanOrEqualTo(2));
    assertThat(sandbox.heron().relays().all())
        .allMatch(relay -> relay.verdict().isValid())
        .allMatch(relay -> relay.itemId().orElse("").equals(item.text("item_id")));
  }

  @Test
  void wrongPasswordMayBeTriedAgain() throws IOException {
    String token = linkToken("");

    assertThat(errorCode(login(token, "ins_109508", "wrong"))).isEqualTo("INVALID_CREDENTIALS");

    assertThat(login(token, "ins_109508", "pass_good").status()).isEqualTo(200);
  }

  @Test
  void usedUnknownAndExpiredLinkTokensAreRefused() throws IOException {
    String used = linkToken("");
    complete(login(used, "ins_109508", "pass_good").text("sign_in_id"), "[\"savings\"]");
    String expired = linkToken("");
    caller.plain("POST", "/control/plaid/link_tokens/" + expired + "/expire", "");

    for (String token : new String[] {used, "link-sandbox-none", expired}) {
      Reply reply = caller.get("/link/session?link_token=" + token);
      assertThat(errorCode(reply)).isEqualTo("INVALID_LINK_TOKEN");
    }
  }

  @Test
  void oauthBankSendsTheBrowserBackOnce() throws IOException {
    String token = linkToken(", \"redirect_uri\": \"http://localhost:8080/connect/oauth-return\"");
    String order = "{\"link_token\": \"%s\", \"institution_id\": \"ins_127287\"}".formatted(token);
    String redirect = caller.plain("POST", "/link/oauth", order).text("redirect");
    assertThat(redirect).startsWith("http://localhost:8080/connect/oauth-return?oauth_state_id=");
    String back =
        "/link/session?link_token=" + token + "&" + redirect.substring(redirect.indexOf('?') + 1);

    Reply first = caller.get(back);
    Reply second = caller.get(back);

    String signIn = first.json().getAsJsonObject("signed_in").get("sign_in_id").getAsString();
    assertThat(second.status()).isEqualTo(208);
    assertThat(errorCode(second)).isEqualTo("OAUTH_STATE_ID_ALREADY_PROCESSED");
    assertThat(complete(signIn, "[\"checking\", \"savings\"]").text("public_token"))
        .startsWith("public-sandbox-");
  }

  @Test
  void allStepsOfASessionCarryOneId() throws IOException {
    String token = linkToken("");
    String opened = caller.get("/link/session?link_token=" + token).text("link_session_id");
    String signIn = login(token, "ins_109508", "pass_good").text("sign_in_id");

    JsonObject metadata = complete(signIn, "[\"checking\"]").json().getAsJsonObject("metadata");

    assertThat(metadata.get("link_session_id").getAsString()).isEqualTo(opened);
  }

  @Test
  void hostedSessionEndsWithAWebhookAndCanBeReadLater() throws Throwable {
    String token =
        linkToken(", \"hosted_link\": {}, \"webhook\": \"" + sandbox.heronWebhookUrl() + "\"");

    String publicToken = sandbox.link().link(token, "ins_109508").publicToken();

    Eventually.assertThat(
        () ->
            assertThat(caller.get("/control/heron/webhooks").body())
                .contains("SESSION_FINISHED", publicToken));
    Reply read = caller.plaid("/link/token/get", "{\"link_token\": \"" + token + "\"}");
    assertThat(read.json().getAsJsonArray("link_sessions").toString()).contains(publicToken);
  }

  @Test
  void scriptMayBeLoadedFromAnyPage() throws IOException {
    Reply script = caller.get("/link/v2/stable/link-initialize.js");

    assertThat(script.header("Content-Type")).startsWith("text/javascript");
    assertThat(script.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(script.body()).contains("window.Plaid").doesNotContain("<style");
  }

  @Test
  void everythingSeenIsShownAndForgotten() throws IOException {
    Examples.item(caller, "ins_109508", "");
    assertThat(caller.get("/").body()).contains("Sandbox");
    JsonObject overview = caller.get("/control/overview").json();
    assertThat(overview.getAsJsonArray("items")).hasSize(1);
    assertThat(caller.get("/control/requests?service=plaid&path=exchange").body())
        .contains(Sandbox.PLAID_SECRET);

    caller.plain("POST", "/control/reset", "");

    assertThat(caller.get("/control/plaid/items").json().getAsJsonArray("data")).isEmpty();
    assertThat(caller.get("/control/requests").json().getAsJsonArray("data")).isEmpty();
  }

  @Test
  void settingsAreReadAndChangedOverHttp() throws IOException {
    Reply changed =
        caller.plain("POST", "/control/heron/settings", "{\"duplicate_link\": \"200\"}");

    assertThat(changed.text("duplicate_link")).isEqualTo("200");
    assertThat(caller.plain("POST", "/control/plaid/settings", "{\"no\": 1}").status())
        .isEqualTo(422);
  }

  @Test
  void flawedWebhooksAreSentOnDemand() throws Throwable {
    Examples.item(caller, "ins_109508", sandbox.heronWebhookUrl());
    String item = sandbox.plaid().items().all().get(0).itemId();
    String order =
        """
        {"item_id": "%s", "webhook_code": "DEFAULT_UPDATE", "signature": "broken"}"""
            .formatted(item);

    assertThat(caller.plain("POST", "/control/plaid/webhooks", order).status()).isEqualTo(202);

    Eventually.assertThat(
        () ->
            assertThat(caller.get("/control/heron/webhooks?item_id=" + item).body())
                .contains("bad_signature"));
  }
}
