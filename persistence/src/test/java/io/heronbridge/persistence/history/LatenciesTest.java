package io.heronbridge.persistence.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  /** So many answers in the class that begins with the bound. */
  private static Latencies of(long... boundsAndCounts) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(Latencies.BOUNDS.size() + 1, 0L));
    for (int i = 0; i < boundsAndCounts.length; i += 2) {
      counts.set(Latencies.BOUNDS.indexOf(boundsAndCounts[i]) + 1, boundsAndCounts[i + 1]);
    }
    return new Latencies(counts);
  }

  @Test
  void withoutAnswersThereIsNoLatency() {
    assertThat(new Latencies(List.of()).quantile(0.5)).isEmpty();
    assertThat(of().quantile(0.5)).isEmpty();
  }

  @Test
  void estimateLiesInTheClassOfTheAnswers() {
    Latencies latencies = of(100, 98, 2000, 2);

    assertThat(latencies.quantile(0.5).orElseThrow())
        .isBetween(Duration.ofMillis(100), Duration.ofMillis(150));
    assertThat(latencies.quantile(0.99).orElseThrow())
        .isBetween(Duration.ofMillis(2000), Duration.ofMillis(3000));
  }

  @Test
  void oneAnswerIsAllThereIs() {
    assertThat(of(10, 1).quantile(0.99).orElseThrow())
        .isBetween(Duration.ofMillis(10), Duration.ofMillis(15));
  }

  @Test
  void longerThanTheLastBoundIsToldAsTheLastBound() {
    assertThat(of(300_000, 1).quantile(0.5)).contains(Duration.ofMinutes(5));
  }
}
