package io.heronbridge.integration.resendjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {

  @ParameterizedTest
  @CsvSource({
    "1, 90, About a minute",
    "91, 90, About 2 minutes",
    "10000, 90, About 112 minutes",
    "11000, 90, About 3 hours",
    "300000, 90, About 3 days"
  })
  void saysHowLongTheLimitMakesItTake(long links, int perMinute, String words) {
    Estimate estimate = Estimate.of(List.of(new Estimate.Line(links, perMinute, 0)));

    assertThat(estimate.words())
        .isEqualTo(words + ", at the 90 requests a minute that Heron is asked at most.");
  }

  @Test
  void withoutALimitWhatWasMeasuredCounts() {
    Estimate estimate = Estimate.of(List.of(new Estimate.Line(10_000, 0, 2_000)));

    assertThat(estimate.time()).contains(Duration.ofMinutes(5));
    assertThat(estimate.words())
        .isEqualTo(
            "About 5 minutes, at the 2,000 links a minute that Heron took at best during the last"
                + " day.");
  }

  @Test
  void saysSoWhenNobodyCanTell() {
    Estimate estimate = Estimate.of(List.of(new Estimate.Line(10_000, 0, 9)));

    assertThat(estimate.time()).isEmpty();
    assertThat(estimate.words()).startsWith("As fast as Heron answers");
  }

  @Test
  void budgetsAreUsedAtTheSameTimeSoTheLongestCounts() {
    Estimate estimate =
        Estimate.of(List.of(new Estimate.Line(90, 90, 0), new Estimate.Line(100, 10, 0)));

    assertThat(estimate.time()).contains(Duration.ofMinutes(10));
  }

  @Test
  void nothingToSendTakesNoTime() {
    assertThat(Estimate.of(List.of()).time()).isEmpty();
    assertThat(Estimate.of(List.of()).words()).isEqualTo("Nothing would be sent now.");
  }
}
