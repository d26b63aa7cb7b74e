package io.heronbridge.portal.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in words, seen from the moment a page is made. */
public record TimeWords(Instant now) {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final int SOON = 45;
  private static final int DAYS_IN_WORDS = 14;
  private static final int DAYS_WITHOUT_YEAR = 180;

  /** The moment to the second, in UTC. */
  public String exact(Instant moment) {
    return EXACT.format(moment);
  }

  /** The day and the time to the second, in UTC, without the year. */
  public String clock(Instant moment) {
    return CLOCK.format(moment);
  }

  /** As {@link #clock}, with the year where it is long ago or far ahead. */
  public String dated(Instant moment) {
    boolean near = Duration.between(moment, now).abs().toDays() < DAYS_WITHOUT_YEAR;
    return near
        ? clock(moment)
        : DAY.format(moment) + CLOCK.format(moment).replaceFirst("^\\d+ \\w+", "");
  }

  /** The date in UTC. */
  public String day(Instant moment) {
    return DAY.format(moment);
  }

  /** The moment for machines. */
  public String machine(Instant moment) {
    return moment.toString();
  }

  /** How far away the moment is: {@code 3 min ago}, {@code in 42 s}, or the date. */
  public String relative(Instant moment) {
    Duration distance = Duration.between(moment, now);
    boolean past = !distance.isNegative();
    Duration size = distance.abs();
    if (size.toDays() >= DAYS_IN_WORDS) {
      return day(moment);
    }
    if (past && size.toSeconds() < SOON) {
      return "just now";
    }
    return past ? span(size) + " ago" : "in " + span(size);
  }

  /** How long ago the moment was, without saying so. */
  public String since(Instant moment) {
    return span(Duration.between(moment, now).abs());
  }

  /** How long something took. */
  public String took(long millis) {
    return duration(millis);
  }

  /** So many milliseconds in words. */
  public static String duration(long millis) {
    return millis < 1000
        ? millis + " ms"
        : String.format(Locale.ENGLISH, "%.1f s", millis / 1000.0);
  }

  private static String span(Duration size) {
    if (size.toMinutes() < 1) {
      return size.toSeconds() + " s";
    }
    if (size.toHours() < 1) {
      return size.toMinutes() + " min";
    }
    if (size.toDays() < 1) {
      return size.toHours() + " h";
    }
    return size.toDays() == 1 ? "1 day" : size.toDays() + " days";
  }
}
