package io.heronbridge.integration.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MinutePaceTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void savedPermitsAreTakenAtOnceAndThenTheyFlowIn() {
    MinutePace pace = new MinutePace(60, START);

    for (int i = 0; i < 6; i++) {
      assertThat(pace.take(START)).isEmpty();
    }
    assertThat(pace.take(START)).contains(Duration.ofSeconds(1));
    assertThat(pace.take(START.plusSeconds(1))).isEmpty();
    assertThat(pace.take(START.plusSeconds(1))).isPresent();
  }

  @Test
  void clockThatGoesBackGivesNothingAway() {
    MinutePace pace = new MinutePace(10, START);

    assertThat(pace.take(START)).isEmpty();
    assertThat(pace.take(START.minusSeconds(60))).isPresent();
  }

  @Test
  void blockHoldsUntilItsEndAndIsNotShortened() {
    MinutePace pace = new MinutePace(60, START);
    pace.block(START.plusSeconds(10));
    pace.block(START.plusSeconds(5));

    assertThat(pace.take(START.plusSeconds(6))).contains(Duration.ofSeconds(4));
    assertThat(pace.take(START.plusSeconds(10))).isEmpty();
  }
}
