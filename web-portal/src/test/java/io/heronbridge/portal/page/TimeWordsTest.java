package io.heronbridge.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:40:30Z");

  @ParameterizedTest
  @CsvSource({
    "PT10S, just now",
    "PT59S, 59 s ago",
    "PT3M, 3 min ago",
    "PT5H, 5 h ago",
    "PT30H, 1 day ago",
    "P3D, 3 days ago",
    "P20D, 2 Nov 2026",
    "-PT42S, in 42 s",
    "-PT90S, in 1 min"
  })
  void saysHowFarAway(Duration ago, String words) {
    assertThat(new TimeWords(NOW).relative(NOW.minus(ago))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"P3D, 19 Nov 10:40:30", "P400D, 18 Oct 2025 10:40:30"})
  void namesTheYearOfWhatIsLongAgo(Duration ago, String words) {
    assertThat(new TimeWords(NOW).dated(NOW.minus(ago))).isEqualTo(words);
  }
}
