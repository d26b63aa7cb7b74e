package io.heronbridge.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  @Test
  void nothingSaidMeansTheDemonstrationOnPort8080() {
    Arguments arguments = Arguments.parse(List.of());

    assertThat(arguments).isEqualTo(new Arguments(false, 8080, false, Optional.empty()));
  }

  @Test
  void everyOptionIsUnderstoodInAnyOrder() {
    Arguments arguments =
        Arguments.parse(List.of("--fresh", "--port", "9090", "app", "--state", "node-2"));

    assertThat(arguments)
        .isEqualTo(new Arguments(true, 9090, true, Optional.of(Path.of("node-2"))));
  }

  @Test
  void unknownOptionIsNamed() {
    assertThatThrownBy(() -> Arguments.parse(List.of("--prot")))
        .isInstanceOf(UsageException.class)
        .hasMessage("There is no option --prot.");
  }

  @Test
  void optionWithoutItsValueIsNamed() {
    assertThatThrownBy(() -> Arguments.parse(List.of("--port")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--port needs a value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", ""})
  void whatIsNoPortIsRefused(String text) {
    assertThatThrownBy(() -> Arguments.parse(List.of("--port", text)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("from 1 to 65535");
  }
}
