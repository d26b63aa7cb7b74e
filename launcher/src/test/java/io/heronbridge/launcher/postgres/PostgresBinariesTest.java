package io.heronbridge.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.launcher.CannotStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-arm_64",
    "Mac OS X, x86_64, darwin-x86_64",
    "Mac OS X, aarch64, darwin-arm_64"
  })
  void everySupportedMachineHasItsArchive(String system, String processor, String machine) {
    assertThat(PostgresBinaries.machine(system, processor)).isEqualTo(machine);
    assertThat(getClass().getResource("/postgres-" + machine + ".txz")).isNotNull();
  }

  @Test
  void otherMachinesAreToldWhatToDo() {
    assertThatThrownBy(() -> PostgresBinaries.machine("Linux", "s390x"))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("BRIDGE_DATABASE_URL");
  }
}
