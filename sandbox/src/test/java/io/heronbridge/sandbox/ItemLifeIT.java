package io.heronbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.heronbridge.sandbox.plaid.PlaidSettings;
import io.heronbridge.sandbox.support.Caller;
import io.heronbridge.sandbox.support.Eventually;
import io.heronbridge.sandbox.support.Examples;
import io.heronbridge.sandbox.support.Listener;
import io.heronbridge.sandbox.support.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What befalls an item is told alike by its webhook and by {@code /item/get}. */
class ItemLifeIT {
  private Sandbox sandbox;
  private Caller caller;
  private Listener listener;
  private String item;
  private String access;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(0);
    caller = new Caller(sandbox);
    listener = new Listener();
    sandbox.plaid().settings().switches().set(PlaidSettings.INITIAL_UPDATE_DELAY, 60_000);
    sandbox.plaid().settings().switches().set(PlaidSettings.HISTORICAL_UPDATE_DELAY, 60_000);
    Reply made = Examples.item(caller, "ins_109508", listener.url());
    item = made.text("item_id");
    access = made.text("access_token");
  }

  @AfterEach
  void stop() {
    listener.close();
    sandbox.close();
  }

  private Reply happen(String event, String order) throws IOException {
    return caller.plain("POST", "/control/plaid/items/" + item + "/" + event, order);
  }

  private JsonObject read() throws IOException {
    Reply reply = caller.plaid("/item/get", "{\"access_token\": \"" + access + "\"}");
    assertThat(reply.status()).isEqualTo(200);
    return reply.json().getAsJsonObject("item");
  }

  private String heard() throws Throwable {
    Eventually.assertThat(() -> assertThat(listener.heard()).hasSize(1));
    return listener.heard().get(0).text();
  }

  @ParameterizedTest
  @CsvSource({
    "reset_login, ERROR, ITEM_LOGIN_REQUIRED",
    "revoke_permission, USER_PERMISSION_REVOKED, USER_PERMISSION_REVOKED"
  })
  void whatBreaksAnItemShowsInBoth(String event, String code, String error) throws Throwable {
    assertThat(happen(event, "").status()).isLessThan(300);

    assertThat(heard()).contains("\"webhook_code\": \"" + code + "\"", error);
    JsonObject seen = read().getAsJsonObject("error");
    assertThat(seen.get("error_code").getAsString()).isEqualTo(error);
    assertThat(seen.get("error_type").getAsString()).isEqualTo("ITEM_ERROR");
  }

  @ParameterizedTest
  @CsvSource({
    "pending_disconnect, PENDING_DISCONNECT, disconnect_time",
    "pending_expiration, PENDING_EXPIRATION, consent_expiration_time"
  })
  void endOfTheConsentIsTheSameInBoth(String event, String code, String field) throws Throwable {
    assertThat(happen(event, "{\"in_seconds\": 3600}").status()).isEqualTo(200);

    String end = read().get("consent_expiration_time").getAsString();
    assertThat(heard()).contains(code, "\"%s\": \"%s\"".formatted(field, end));
    assertThat(read().get("error").isJsonNull()).isTrue();
  }

  @Test
  void repairedLoginIsHealthyAgain() throws Throwable {
    happen("reset_login", "{\"webhook\": false}");

    assertThat(happen("repair_login", "").status()).isEqualTo(200);

    assertThat(heard()).contains("LOGIN_REPAIRED");
    assertThat(read().get("error").isJsonNull()).isTrue();
  }

  @Test
  void revokedPermissionCannotBeRepaired() throws IOException {
    happen("revoke_permission", "");

    Reply refused = happen("repair_login", "");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("error")).contains("a new Link session is needed");
    assertThat(read().getAsJsonObject("error").get("error_code").getAsString())
        .isEqualTo("USER_PERMISSION_REVOKED");
  }

  @Test
  void revokedAccountIsTheOneThatIsGone() throws Throwable {
    String last = sandbox.plaid().items().find(item).orElseThrow().accounts().get(1).id();

    assertThat(happen("revoke_account", "").status()).isEqualTo(200);

    assertThat(heard()).contains("USER_ACCOUNT_REVOKED", last);
    assertThat(caller.plaid("/accounts/get", "{\"access_token\": \"" + access + "\"}").body())
        .doesNotContain(last);
    assertThat(happen("revoke_account", "").status()).isEqualTo(422);
  }

  @Test
  void nobodyIsToldOfWhatHappensSilently() throws IOException {
    happen("reset_login", "{\"webhook\": false}");

    assertThat(read().get("error").isJsonNull()).isFalse();
    assertThat(sandbox.plaid().webhooks().deliveries()).isEmpty();
  }

  @Test
  void webhookAloneChangesNothingUnlessToldTo() throws Throwable {
    String order = "{\"item_id\": \"%s\", \"webhook_code\": \"USER_PERMISSION_REVOKED\" %s}";

    caller.plain("POST", "/control/plaid/webhooks", order.formatted(item, ""));
    assertThat(read().get("error").isJsonNull()).isTrue();
    caller.plain("POST", "/control/plaid/webhooks", order.formatted(item, ", \"happens\": true"));

    assertThat(read().get("error").isJsonNull()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR",
        "LOGIN_REPAIRED",
        "NEW_ACCOUNTS_AVAILABLE",
        "PENDING_DISCONNECT",
        "PENDING_EXPIRATION",
        "USER_PERMISSION_REVOKED",
        "USER_ACCOUNT_REVOKED",
        "WEBHOOK_UPDATE_ACKNOWLEDGED",
        "INITIAL_UPDATE",
        "HISTORICAL_UPDATE",
        "DEFAULT_UPDATE",
        "TRANSACTIONS_REMOVED",
        "SYNC_UPDATES_AVAILABLE",
        "RECURRING_TRANSACTIONS_UPDATE",
        "SOMETHING_NEW"
      })
  void everyCodeCanBeSent(String code) throws Throwable {
    String order = "{\"item_id\": \"%s\", \"webhook_code\": \"%s\"}".formatted(item, code);

    assertThat(caller.plain("POST", "/control/plaid/webhooks", order).status()).isEqualTo(202);

    assertThat(heard()).contains(code, item);
  }

  @Test
  void newAccountIsOfferedInTheDialogOfUpdateMode() throws Throwable {
    happen("new_account", "");
    assertThat(heard()).contains("NEW_ACCOUNTS_AVAILABLE");
    String token =
        caller
            .plaid(
                "/link/token/create",
                """
                {"client_name": "Acme", "language": "en", "country_codes": ["US"],
                 "user": {"client_user_id": "u"}, "access_token": "%s",
                 "update": {"account_selection_enabled": true}}"""
                    .formatted(access))
            .text("link_token");
    String login =
        """
        {"link_token": "%s", "institution_id": "", "username": "user_good",
         "password": "pass_good"}"""
            .formatted(token);
    JsonObject signedIn = caller.plain("POST", "/link/login", login).json();
    assertThat(signedIn.getAsJsonArray("accounts")).hasSize(3);

    caller.plain(
        "POST",
        "/link/complete",
        "{\"sign_in_id\": \"%s\", \"accounts\": [\"checking\", \"cd\"]}"
            .formatted(signedIn.get("sign_in_id").getAsString()));

    assertThat(sandbox.plaid().items().find(item).orElseThrow().accounts())
        .extracting(account -> account.kind().word())
        .containsExactly("checking", "cd");
  }

  @Test
  void unknownEventIsRefusedWithTheKnownOnes() throws IOException {
    Reply refused = happen("no_such", "");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("error")).contains("repair_login");
  }
}
