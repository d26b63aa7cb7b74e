package io.heronbridge.integration.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOutageTest {

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "53100", "53300", "57P01", "57P03", "25006"})
  void databaseThatTakesNothingIsAway(String state) {
    Exception wrapped = new IllegalStateException(new SQLException("gone", state));

    assertThat(DatabaseOutage.isAt(wrapped)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "40P01", "57014", "22021", "25001"})
  void databaseThatRefusesOneThingIsThere(String state) {
    assertThat(DatabaseOutage.isAt(new SQLException("no", state))).isFalse();
  }
}
