package io.heronbridge.persistence.history;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How many answers took how long: counts that can be added up over spans, which percentiles cannot.
 *
 * @param counts one more than there are bounds, or none at all
 */
public record Latencies(List<Long> counts) {
  /** In milliseconds; neighbours are so near that an estimate between them is good to a quarter. */
  static final List<Long> BOUNDS =
      List.of(
          1L, 2L, 3L, 5L, 7L, 10L, 15L, 20L, 30L, 50L, 70L, 100L, 150L, 200L, 300L, 500L, 700L,
          1000L, 1500L, 2000L, 3000L, 5000L, 7000L, 10_000L, 15_000L, 20_000L, 30_000L, 60_000L,
          120_000L, 300_000L);

  /**
   * Within which time so large a part of the answers came; empty when there was none.
   *
   * @param part from 0 to 1
   */
  public Optional<Duration> quantile(double part) {
    long total = counts.stream().mapToLong(Long::longValue).sum();
    if (total == 0) {
      return Optional.empty();
    }
    double wanted = part * total;
    double below = 0;
    int place = 0;
    while (place < counts.size() - 1 && below + counts.get(place) < wanted) {
      below += counts.get(place);
      place++;
    }
    return Optional.of(between(place, (wanted - below) / counts.get(place)));
  }

  private static Duration between(int place, double share) {
    long from = place == 0 ? 0 : BOUNDS.get(place - 1);
    long to = place == BOUNDS.size() ? from : BOUNDS.get(place);
    return Duration.ofMillis(Math.round(from + share * (to - from)));
  }
}
