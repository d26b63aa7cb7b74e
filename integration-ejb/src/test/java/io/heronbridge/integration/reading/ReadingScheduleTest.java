package io.heronbridge.integration.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.reading.ReadingSchedule.Finding;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadingScheduleTest {
  private static final double MIDDLE = 0.5;
  private static final ReadingSchedule USUAL =
      new ReadingSchedule(Duration.ofDays(1), Duration.ofMinutes(1));

  @ParameterizedTest
  @CsvSource({
    "SYNCING,0,PT30S",
    "SYNCING,1,PT1M",
    "SYNCING,6,PT32M",
    "SYNCING,7,PT1H",
    "SYNCING,1000,PT1H",
    "HEALING,0,PT1M",
    "HEALING,3,PT8M",
    "HEALING,29,PT1H",
    "HEALING,30,P1D",
    "WRONG,0,PT1H",
    "WRONG,50,PT1H",
    "MISSED_ONCE,9,PT1M5S",
    "SETTLED,0,P1D"
  })
  void waitsGrowWhereChangeIsExpectedAndEnd(Finding finding, int reads, Duration wait) {
    assertThat(USUAL.waitAfter(finding, false, reads, MIDDLE)).isEqualTo(wait);
  }

  @ParameterizedTest
  @EnumSource(Finding.class)
  void nothingWaitsLongerThanADirectItemMay(Finding finding) {
    assertThat(USUAL.waitAfter(finding, true, 20, MIDDLE)).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @EnumSource(Finding.class)
  void shortIntervalBoundsEveryWait(Finding finding) {
    ReadingSchedule brief = new ReadingSchedule(Duration.ofSeconds(2), Duration.ofSeconds(1));

    assertThat(brief.waitAfter(finding, false, 0, MIDDLE)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void chanceSpreadsReadingsByATenth() {
    assertThat(USUAL.waitAfter(Finding.WRONG, false, 0, 0)).isEqualTo(Duration.ofMinutes(54));
    assertThat(USUAL.waitAfter(Finding.WRONG, false, 0, 1)).isEqualTo(Duration.ofMinutes(66));
  }

  @Test
  void secondLookAtAMissedLinkIsNeverTooEarly() {
    assertThat(USUAL.waitAfter(Finding.MISSED_ONCE, false, 0, 0))
        .isGreaterThan(Duration.ofMinutes(1));
  }
}
