package io.heronbridge.integration.resendjob;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * How long it takes until Heron has been asked for all links of a plan.
 *
 * @param time empty when nobody can tell
 * @param words the same as a sentence
 */
public record Estimate(Optional<Duration> time, String words) {
  /** A quiet day's best minute says how much was wanted, not how much is possible. */
  private static final long LEAST_MEASURED = 10;

  private static final long MINUTES_AN_HOUR = 60;
  private static final long MINUTES_IN_HOURS = 48 * MINUTES_AN_HOUR;
  private static final long MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

  /**
   * Links that share one budget at Heron.
   *
   * @param links to be resent, and those that wait already
   * @param requestsPerMinute 0 means unlimited
   * @param bestMinute the most links that were made in a minute lately; matters only when there is
   *     no limit
   */
  public record Line(long links, int requestsPerMinute, long bestMinute) {
    private long pace() {
      return requestsPerMinute > 0 ? requestsPerMinute : bestMinute;
    }

    private boolean isKnown() {
      return requestsPerMinute > 0 || bestMinute >= LEAST_MEASURED;
    }

    private Duration time() {
      return Duration.ofMinutes(Math.max(1, (links + pace() - 1) / pace()));
    }

    private String words() {
      String at =
          requestsPerMinute > 0
              ? "at the %s requests a minute that Heron is asked at most."
              : "at the %s links a minute that Heron took at best during the last day.";
      return "%s, %s".formatted(span(time()), at.formatted(number(pace())));
    }
  }

  /** Lines move at the same time, so the longest one counts. */
  public static Estimate of(Collection<Line> lines) {
    if (lines.isEmpty()) {
      return new Estimate(Optional.empty(), "Nothing would be sent now.");
    }
    if (!lines.stream().allMatch(Line::isKnown)) {
      return new Estimate(
          Optional.empty(),
          "As fast as Heron answers: there is no limit, and too few links were made lately to tell"
              + " more.");
    }
    Line longest = lines.stream().max(Comparator.comparing(Line::time)).orElseThrow();
    return new Estimate(Optional.of(longest.time()), longest.words());
  }

  private static String span(Duration time) {
    long minutes = time.toMinutes();
    if (minutes <= 1) {
      return "About a minute";
    }
    if (minutes < 2 * MINUTES_AN_HOUR) {
      return "About %d minutes".formatted(minutes);
    }
    return minutes < MINUTES_IN_HOURS
        ? "About %d hours".formatted(rounded(minutes, MINUTES_AN_HOUR))
        : "About %d days".formatted(rounded(minutes, MINUTES_A_DAY));
  }

  private static long rounded(long minutes, long unit) {
    return (minutes + unit - 1) / unit;
  }

  private static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
