package io.heronbridge.integration.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private final RetrySchedule schedule = RetrySchedule.parse("PT1S, PT5S,PT30S");

  @Test
  void eachAttemptHasItsWait() {
    assertThat(schedule.waitAfter(1, 0)).contains(Duration.ofSeconds(1));
    assertThat(schedule.waitAfter(3, 0)).contains(Duration.ofSeconds(30));
  }

  @Test
  void afterTheLastWaitThereIsNone() {
    assertThat(schedule.waitAfter(4, 0.5)).isEmpty();
    assertThat(schedule.attempts()).isEqualTo(4);
  }

  @Test
  void chanceMakesAWaitUpToAFifthLonger() {
    assertThat(schedule.waitAfter(2, 0)).contains(Duration.ofSeconds(5));
    assertThat(schedule.waitAfter(2, 1)).contains(Duration.ofSeconds(6));
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> RetrySchedule.parse("PT1S,soon"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RetrySchedule.parse("PT-1S"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
