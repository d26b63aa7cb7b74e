package io.heronbridge.integration.plaid;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemReadingTest {
  private static Optional<ItemReading> reading(String json) {
    return ItemReading.in(JsonParser.parseString(json).getAsJsonObject());
  }

  @Test
  void everythingIsRead() {
    ItemReading reading =
        reading(
                """
                {"item": {"item_id": "i1", "webhook": "https://us", "institution_id": "ins_1",
                          "institution_name": "First Platypus Bank",
                          "consent_expiration_time": "2026-06-01T10:00:00+02:00",
                          "error": {"error_code": "ITEM_LOGIN_REQUIRED", "error_message": "again"}},
                 "status": {"last_webhook": {"sent_at": "2026-01-01T00:00:00Z", "code_sent": "X"}}}""")
            .orElseThrow();

    assertThat(reading)
        .isEqualTo(
            new ItemReading(
                "i1",
                Optional.of(new ItemReading.Trouble("ITEM_LOGIN_REQUIRED", "again")),
                Optional.of("https://us"),
                Optional.of(Instant.parse("2026-06-01T08:00:00Z")),
                Optional.of("ins_1"),
                Optional.of("First Platypus Bank"),
                Optional.of(Instant.parse("2026-01-01T00:00:00Z"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"item\": {\"item_id\": \"i1\"}}",
        "{\"item\": {\"item_id\": \"i1\", \"update_type\": \"a value of tomorrow\"}}",
        "{\"item\": {\"item_id\": \"i1\", \"error\": null, \"webhook\": null}, \"status\": null}",
        "{\"item\": {\"item_id\": \"i1\", \"webhook\": \"\", \"error\": \"none\"}, \"status\": []}",
        "{\"item\": {\"item_id\": \"i1\", \"webhook\": 7, \"error\": {\"error_code\": 4}}}",
        "{\"item\": {\"item_id\": \"i1\", \"consent_expiration_time\": \"soon\"},"
            + " \"status\": {\"last_webhook\": {\"sent_at\": {}}}}"
      })
  void whatIsMissingOddOrNewIsPassedOver(String json) {
    assertThat(reading(json))
        .contains(
            new ItemReading(
                "i1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"item\": null}",
        "{\"item\": []}",
        "{\"item\": {}}",
        "{\"item\": {\"item_id\": null}}",
        "{\"item\": {\"item_id\": 7}}",
        "{\"item\": {\"item_id\": \" \"}}"
      })
  void answerWithoutAnItemTellsNothing(String json) {
    assertThat(reading(json)).isEmpty();
  }
}
