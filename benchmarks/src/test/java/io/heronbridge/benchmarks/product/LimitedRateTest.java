package io.heronbridge.benchmarks.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitedRateTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void minuteWithMostRefusalsCounts() {
    List<Instant> moments =
        List.of(BEGIN.plusSeconds(59), BEGIN.plusSeconds(60), BEGIN.plusSeconds(119));

    assertThat(LimitedRate.inTheWorstMinute(moments, BEGIN)).isEqualTo(2);
  }

  @Test
  void withoutRefusalsThereIsNone() {
    assertThat(LimitedRate.inTheWorstMinute(List.of(), BEGIN)).isZero();
  }
}
