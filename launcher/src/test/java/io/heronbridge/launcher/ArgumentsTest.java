package io.heronbridge.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.launcher.Arguments.Program;
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

    assertThat(arguments)
        .isEqualTo(new Arguments(Program.DEMONSTRATION, 8080, 3, false, Optional.empty()));
  }

  @Test
  void everyOptionIsUnderstoodInAnyOrder() {
    Arguments arguments =
        Arguments.parse(List.of("--fresh", "--port", "9090", "app", "--state", "node-2"));

    assertThat(arguments)
        .isEqualTo(
            new Arguments(Program.APPLICATION, 9090, 3, true, Optional.of(Path.of("node-2"))));
  }

  @Test
  void clusterHasAsManyNodesAsAreAskedFor() {
    assertThat(Arguments.parse(List.of("cluster")).nodes()).isEqualTo(3);
    assertThat(Arguments.parse(List.of("cluster", "--nodes", "8")).nodes()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "9", "-1", "many"})
  void whatIsNoNumberOfNodesIsRefused(String text) {
    assertThatThrownBy(() -> Arguments.parse(List.of("cluster", "--nodes", text)))
        .isInstanceOf(UsageException.class)
        .hasMessage("The number of nodes is a number from 1 to 8, not " + text + ".");
  }

  @Test
  void singleApplicationHasNoNumberOfNodes() {
    assertThatThrownBy(() -> Arguments.parse(List.of("--nodes", "2", "app")))
        .isInstanceOf(UsageException.class)
        .hasMessage("The option --nodes goes with cluster.");
  }

  @Test
  void applicationAndClusterAreTwoThings() {
    assertThatThrownBy(() -> Arguments.parse(List.of("app", "cluster")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("not both");
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
