package io.heronbridge.integration.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The waits between the attempts to deliver one message; after the last, it is not tried again.
 *
 * @param waits in order, none negative; an empty list means one attempt only
 */
public record RetrySchedule(List<Duration> waits) {
  private static final double JITTER = 0.2;

  public RetrySchedule {
    waits = List.copyOf(waits);
    if (waits.stream().anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException("a wait is negative");
    }
  }

  /**
   * Reads durations separated by commas.
   *
   * @throws IllegalArgumentException when one cannot be read
   */
  public static RetrySchedule parse(String text) {
    List<Duration> waits = new ArrayList<>();
    for (String part : text.split(",")) {
      try {
        waits.add(Duration.parse(part.trim()));
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("not an ISO-8601 duration: " + part.trim(), e);
      }
    }
    return new RetrySchedule(waits);
  }

  /**
   * The wait after so many attempts, up to 20 % longer by chance; empty when they are used up.
   *
   * @param chance from 0 (shortest) to 1 (longest)
   */
  public Optional<Duration> waitAfter(int attempts, double chance) {
    if (attempts < 1 || attempts > waits.size()) {
      return Optional.empty();
    }
    double factor = 1 + JITTER * chance;
    return Optional.of(Duration.ofMillis(Math.round(waits.get(attempts - 1).toMillis() * factor)));
  }

  /** Attempts in all, the first one included. */
  public int attempts() {
    return waits.size() + 1;
  }
}
