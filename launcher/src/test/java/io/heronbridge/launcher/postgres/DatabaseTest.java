package io.heronbridge.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.launcher.CannotStartException;
import io.heronbridge.launcher.Ports;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"mysql://db/x", "postgresql://db/x", "jdbc:postgresql://db:port/x", "secret"})
  void urlOfAnotherKindIsRefusedWithoutQuotingIt(String url) {
    Database database = new Database(url, Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> database.awaitAnswer(Duration.ZERO))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("BRIDGE_DATABASE_URL must be a JDBC URL of PostgreSQL")
        .hasMessageNotContaining(url);
  }

  @Test
  void databaseThatNeverAnswersIsTold() throws Exception {
    Database database =
        new Database(
            "jdbc:postgresql://127.0.0.1:%d/x".formatted(Ports.anyFree()),
            Optional.of("user"),
            Optional.empty());

    assertThatThrownBy(() -> database.awaitAnswer(Duration.ZERO))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("has not answered for 0 seconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"28P01", "28000", "3D000"})
  void whatWaitingDoesNotMendIsForAPerson(String state) {
    assertThat(Database.sentence(state)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "57P03", "53300"})
  void whatMayPassIsWaitedFor(String state) {
    assertThat(Database.sentence(state)).isEmpty();
  }

  @Test
  void noUrlMeansNoDatabaseOfTheOperators() {
    assertThat(Database.configured(Map.of())).isEmpty();
    assertThat(Database.configured(Map.of("BRIDGE_DATABASE_URL", " "))).isEmpty();
  }

  @Test
  void databaseIsNotPrintedWithItsPassword() {
    assertThat(new Database("url", Optional.of("user"), Optional.of("word")).toString())
        .doesNotContain("word");
  }
}
