package io.heronbridge.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TimesTest {
  private final Times times =
      new Times(Map.of(1, 1_000L, 2, 2_000L, 3, 3_000L), Map.of(1, 1_500L, 2, 1_900L));

  @Test
  void latencyRunsFromTheCommitAndIsNeverNegative() {
    assertThat(times.latencies(0)).containsExactly(0, 0.5, Double.POSITIVE_INFINITY);
    assertThat(times.latencies(2_000)).containsExactly(0, Double.POSITIVE_INFINITY);
  }

  @Test
  void jobsThatWerePromisedAndHaveNotBegunAreWaiting() {
    assertThat(times.waitingAt(1_200)).isEqualTo(1);
    assertThat(times.waitingAt(9_000)).isEqualTo(1);
  }

  @Test
  void percentileAmongJobsThatNeverBeganIsUnknown() {
    double[] latencies = times.latencies(0);

    assertThat(Times.percentile(latencies, 50)).isEqualTo(0.5);
    assertThat(Times.percentile(latencies, 99)).isNaN();
    assertThat(Times.unknown(latencies)).isEqualTo(1);
  }
}
