package io.heronbridge.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.benchmarks.workload.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void withoutWordsEverythingIsMeasuredFiveTimes() {
    Arguments arguments = Arguments.parse(List.of());

    assertThat(arguments.workloads()).isEmpty();
    assertThat(arguments.size()).isEqualTo(Size.USUAL);
    assertThat(arguments.runs()).isEqualTo(5);
  }

  @Test
  void quickIsOneRunUnlessMoreAreAskedFor() {
    assertThat(Arguments.parse(List.of("w1", "--quick")).runs()).isEqualTo(1);
    assertThat(Arguments.parse(List.of("--quick", "--runs", "3")).runs()).isEqualTo(3);
  }

  @Test
  void workloadsAndContendersAreNamed() {
    Arguments arguments = Arguments.parse(List.of("w1", "W14", "--only", "a,b"));

    assertThat(arguments.workloads()).containsExactly("W1", "W14");
    assertThat(arguments.only()).containsExactly("a", "b");
  }

  @Test
  void unknownWordsAndBadNumbersAreRefused() {
    assertThatThrownBy(() -> Arguments.parse(List.of("--fast"))).hasMessageContaining("--fast");
    assertThatThrownBy(() -> Arguments.parse(List.of("--runs", "0"))).hasMessageContaining("0");
    assertThatThrownBy(() -> Arguments.parse(List.of("--only"))).hasMessageContaining("--only");
  }
}
