package io.heronbridge.integration.reading;

import java.time.Duration;

/**
 * How long to wait between two readings of a link, by what the last one found.
 *
 * @param interval the longest wait of all
 * @param direct the wait where Plaid's webhooks do not pass us
 */
public record ReadingSchedule(Duration interval, Duration direct) {
  /** So long after Heron took a refresh, it may have pulled the data. */
  public static final Duration AFTER_REFRESH = Duration.ofMinutes(1);

  /** A link must be missed twice, so far apart, before that is drift. */
  static final Duration SECOND_LOOK = Duration.ofSeconds(65);

  /** After a reading that came to nothing. */
  static final Duration TROUBLE = Duration.ofMinutes(5);

  private static final Duration SYNCING = Duration.ofSeconds(30);
  private static final Duration LONGEST_GROWTH = Duration.ofHours(1);
  private static final Duration HOURLY = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 12;

  /** After so many readings the data that a refresh was to bring is no longer waited for. */
  private static final int MOST_HEALING_READINGS = 30;

  private static final double JITTER = 0.1;

  /** What a reading found, as far as it matters for the next. */
  enum Finding {
    /** All is as it should be, or only time or a person can change it. */
    SETTLED,
    /** Heron is about to change the link's status. */
    SYNCING,
    /** Webhooks wait for Heron to have pulled the item's data. */
    HEALING,
    /** Heron's list did not show the link, for the first time. */
    MISSED_ONCE,
    /** Something is wrong that may mend itself. */
    WRONG
  }

  /**
   * @param reads readings since the last news
   * @param chance from 0 (shortest) to 1 (longest)
   */
  Duration waitAfter(Finding finding, boolean isDirect, int reads, double chance) {
    Duration planned = planned(finding, reads);
    Duration bounded = shorter(planned, isDirect ? direct : interval);
    if (finding == Finding.MISSED_ONCE) {
      return bounded;
    }
    double factor = 1 + JITTER * (2 * chance - 1);
    return Duration.ofMillis(Math.round(bounded.toMillis() * factor));
  }

  private Duration planned(Finding finding, int reads) {
    return switch (finding) {
      case SETTLED -> interval;
      case SYNCING -> grown(SYNCING, reads);
      case HEALING -> reads < MOST_HEALING_READINGS ? grown(AFTER_REFRESH, reads) : interval;
      case MISSED_ONCE -> SECOND_LOOK;
      case WRONG -> HOURLY;
    };
  }

  private static Duration grown(Duration first, int reads) {
    return shorter(first.multipliedBy(1L << Math.min(reads, MOST_DOUBLINGS)), LONGEST_GROWTH);
  }

  static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
