package io.heronbridge.integration.itemstate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.Saying;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookNewsTest {

  private static Optional<Saying> news(String json) {
    return WebhookNews.in(WebhookJson.of(json.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "LOGIN_REPAIRED,LOGIN_REPAIRED",
    "PENDING_DISCONNECT,PENDING_DISCONNECT",
    "PENDING_EXPIRATION,PENDING_DISCONNECT",
    "USER_PERMISSION_REVOKED,REVOKED",
    "USER_ACCOUNT_REVOKED,ACCOUNT_REVOKED",
    "NEW_ACCOUNTS_AVAILABLE,NEW_ACCOUNTS",
    "WEBHOOK_UPDATE_ACKNOWLEDGED,WEBHOOK_MOVED"
  })
  void everyCodeOfTypeItemHasItsEffect(String code, ItemEventKind kind) {
    String json = "{\"webhook_type\": \"ITEM\", \"webhook_code\": \"%s\"}".formatted(code);

    assertThat(news(json)).get().extracting(Saying::kind).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "ITEM_LOGIN_REQUIRED,LOGIN_REQUIRED",
    "INVALID_CREDENTIALS,LOGIN_REQUIRED",
    "ACCESS_NOT_GRANTED,LOGIN_REQUIRED",
    "NO_ACCOUNTS,LOGIN_REQUIRED",
    "USER_PERMISSION_REVOKED,REVOKED",
    "ITEM_NOT_FOUND,REVOKED",
    "INSTITUTION_DOWN,TROUBLE",
    "A_CODE_OF_TOMORROW,TROUBLE"
  })
  void errorSaysWhoCanMendIt(String code, ItemEventKind kind) {
    String json =
        """
        {"webhook_type": "ITEM", "webhook_code": "ERROR",
         "error": {"error_code": "%s", "error_message": "the login details changed"}}"""
            .formatted(code);

    assertThat(news(json)).contains(Saying.of(kind, code, "the login details changed"));
  }

  @Test
  void dayOfDisconnectionIsRead() {
    assertThat(
            news(
                """
                {"webhook_type": "ITEM", "webhook_code": "PENDING_DISCONNECT",
                 "reason": "INSTITUTION_MIGRATION", "disconnect_time": "2026-06-01T10:00:00+02:00"}"""))
        .get()
        .extracting(Saying::deadline, Saying::message)
        .containsExactly(Instant.parse("2026-06-01T08:00:00Z"), "INSTITUTION_MIGRATION");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"webhook_type\": \"TRANSACTIONS\", \"webhook_code\": \"DEFAULT_UPDATE\"}",
        "{\"webhook_type\": \"TRANSACTIONS\", \"webhook_code\": \"ERROR\"}",
        "{\"webhook_type\": \"ITEM\", \"webhook_code\": \"A_CODE_OF_TOMORROW\"}",
        "{\"webhook_type\": \"ITEM\", \"webhook_code\": \"ERROR\"}",
        "{\"webhook_type\": \"ITEM\", \"webhook_code\": \"ERROR\", \"error\": \"none\"}",
        "{\"webhook_type\": \"ITEM\", \"webhook_code\": null}",
        "{\"webhook_type\": 7, \"webhook_code\": [\"ERROR\"]}",
        "[]",
        "<html>",
        ""
      })
  void whatSaysNothingOfTheStateChangesNothing(String json) {
    assertThat(news(json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"soon\"", "17", "null", "\"2026-13-45T99:00:00Z\""})
  void warningWithAnUnreadableDayIsAWarningAllTheSame(String day) {
    String json =
        "{\"webhook_type\": \"ITEM\", \"webhook_code\": \"PENDING_EXPIRATION\","
            + " \"consent_expiration_time\": %s}".formatted(day);

    assertThat(news(json)).get().extracting(Saying::deadline).isNull();
  }
}
