package io.heronbridge.sandbox.plaid;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.sandbox.Sandbox;
import io.heronbridge.sandbox.support.Caller;
import io.heronbridge.sandbox.support.Examples;
import io.heronbridge.sandbox.support.Reply;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Plaid refuses, the simulated one refuses in the same words and statuses. */
class PlaidRefusalsIT {
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

  private static void assertRefused(Reply reply, String type, String code) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.text("error_type")).isEqualTo(type);
    assertThat(reply.text("error_code")).as(reply.body()).isEqualTo(code);
    assertThat(reply.text("request_id")).isNotBlank();
    assertThat(reply.json().get("display_message")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "/link/token/create, client_name",
    "/link/token/get, link_token",
    "/item/public_token/exchange, public_token",
    "/item/get, access_token",
    "/item/remove, access_token",
    "/item/webhook/update, access_token",
    "/accounts/get, access_token",
    "/institutions/get_by_id, institution_id",
    "/webhook_verification_key/get, key_id",
    "/sandbox/public_token/create, institution_id",
    "/sandbox/item/fire_webhook, webhook_code",
    "/sandbox/item/reset_login, access_token"
  })
  void everyCallRefusesUnknownMissingAndMistypedFields(String path, String field)
      throws IOException {
    Reply missing = caller.plaid(path, "{}");
    Reply unknown = caller.plaid(path, "{\"%s\": \"x\", \"no_such\": 1}".formatted(field));
    Reply list = caller.plaid(path, "[]");

    assertRefused(missing, "INVALID_REQUEST", "MISSING_FIELDS");
    assertThat(missing.text("error_message")).contains(field);
    assertRefused(unknown, "INVALID_REQUEST", "UNKNOWN_FIELDS");
    assertThat(unknown.text("error_message")).endsWith(": no_such");
    assertRefused(list, "INVALID_REQUEST", "INVALID_BODY");
  }

  @ParameterizedTest
  @CsvSource({
    "/link/token/get, link_token",
    "/item/public_token/exchange, public_token",
    "/item/get, access_token",
    "/item/remove, access_token",
    "/webhook_verification_key/get, key_id"
  })
  void mistypedAndEmptyTextIsAnInvalidField(String path, String field) throws IOException {
    assertRefused(
        caller.plaid(path, "{\"%s\": 7}".formatted(field)), "INVALID_REQUEST", "INVALID_FIELD");
    assertRefused(
        caller.plaid(path, "{\"%s\": \"\"}".formatted(field)), "INVALID_REQUEST", "INVALID_FIELD");
  }

  @ParameterizedTest
  @CsvSource({
    "/item/get, access_token, access-production-1, INVALID_ACCESS_TOKEN, wrong Plaid environment",
    "/item/get, access_token, nonsense, INVALID_ACCESS_TOKEN, invalid format",
    "/item/remove, access_token, public-sandbox-1, INVALID_ACCESS_TOKEN, invalid format",
    "/accounts/get, access_token, access-sandbox-1, INVALID_ACCESS_TOKEN, could not find",
    "/link/token/get, link_token, link-production-1, INVALID_LINK_TOKEN, wrong Plaid environment",
    "/link/token/get, link_token, link-sandbox-1, INVALID_LINK_TOKEN, unknown",
    "/item/public_token/exchange, public_token, public-production-1, INVALID_PUBLIC_TOKEN, wrong"
  })
  void tokensOfAnotherEnvironmentOrFormAreRefused(
      String path, String field, String token, String code, String message) throws IOException {
    Reply reply = caller.plaid(path, "{\"%s\": \"%s\"}".formatted(field, token));

    assertRefused(reply, "INVALID_INPUT", code);
    assertThat(reply.text("error_message")).contains(message);
  }

  @Test
  void bodiesMustCallThemselvesJson() throws IOException {
    Reply reply = caller.form("/plaid/item/get", Map.of("access_token", "x"));

    assertRefused(reply, "INVALID_REQUEST", "INVALID_HEADERS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"products\": \"transactions\" | INVALID_REQUEST | INVALID_FIELD",
        "\"user\": {\"client_user_id\": \"u\", \"nick\": \"x\"} | INVALID_REQUEST | UNKNOWN_FIELDS",
        "\"transactions\": {\"days\": 1} | INVALID_REQUEST | UNKNOWN_FIELDS",
        "\"transactions\": {\"days_requested\": \"730\"} | INVALID_REQUEST | INVALID_FIELD",
        "\"optional_products\": [\"transactions\"] | INVALID_REQUEST | INVALID_FIELD",
        "\"hosted_link\": {\"url_lifetime_seconds\": 0} | INVALID_REQUEST | INVALID_FIELD",
        "\"language\": \"xx\" | INVALID_REQUEST | INVALID_FIELD",
        "\"country_codes\": [\"XX\"] | INVALID_REQUEST | INVALID_FIELD",
        "\"user_id\": \"usr_1\" | INVALID_INPUT | INVALID_USER_ID",
        "\"access_token\": \"access-production-1\", \"products\": [], \"transactions\": null"
            + " | INVALID_INPUT | INVALID_ACCESS_TOKEN"
      })
  void badPartsOfALinkTokenAreRefused(String part, String type, String code) throws IOException {
    assertRefused(caller.plaid("/link/token/create", Examples.linkToken(", " + part)), type, code);
  }

  @Test
  void malformedIdentityOfAUserIsForbidden() throws IOException {
    Reply reply =
        caller.plaid(
            "/link/token/create",
            Examples.linkToken(
                ", \"user\": {\"client_user_id\": \"u\", \"phone_number\": \"12\"}"));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.text("error_type")).isEqualTo("USER_ERROR");
    assertThat(reply.text("error_code")).isEqualTo("INVALID_USER_IDENTITY_DATA");
  }

  @Test
  void webhooksOfProductsThatTheItemLacksCannotBeFired() throws IOException {
    String access =
        Examples.item(caller, "ins_109508", "http://127.0.0.1:1/x").text("access_token");
    String order = "{\"access_token\": \"" + access + "\", \"webhook_code\": \"%s\" %s}";

    assertRefused(
        caller.plaid("/sandbox/item/fire_webhook", order.formatted("PRODUCT_READY", "")),
        "SANDBOX_ERROR",
        "SANDBOX_PRODUCT_NOT_ENABLED");
    assertRefused(
        caller.plaid(
            "/sandbox/item/fire_webhook",
            order.formatted("LOGIN_REPAIRED", ", \"webhook_type\": \"TRANSACTIONS\"")),
        "SANDBOX_ERROR",
        "SANDBOX_WEBHOOK_INVALID");
    assertRefused(
        caller.plaid("/sandbox/item/fire_webhook", order.formatted("NO_SUCH", "")),
        "INVALID_REQUEST",
        "INVALID_FIELD");
  }

  @Test
  void institutionsAreFoundInTheirCountriesOnly() throws IOException {
    assertRefused(
        caller.plaid(
            "/institutions/get_by_id",
            "{\"institution_id\": \"ins_109508\", \"country_codes\": [\"GB\"]}"),
        "INVALID_INPUT",
        "INVALID_INSTITUTION");
  }

  @Test
  void unknownPathIsNotFound() throws IOException {
    Reply reply = caller.plaid("/no/such", "{}");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.text("error_code")).isEqualTo("NOT_FOUND");
  }
}
