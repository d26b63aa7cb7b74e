package io.heronbridge.persistence.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a span is; each is made of those of the one before. */
public enum SpanLength {
  MINUTE(1, Duration.ofHours(3)),
  QUARTER(15, Duration.ofDays(3)),
  TWO_HOURS(120, Duration.ofDays(15));

  private final int minutes;
  private final Duration kept;

  SpanLength(int minutes, Duration kept) {
    this.minutes = minutes;
    this.kept = kept;
  }

  public Duration length() {
    return Duration.ofMinutes(minutes);
  }

  /** When the span that holds the instant began. */
  public Instant beginOf(Instant instant) {
    long seconds = length().toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
  }

  int minutes() {
    return minutes;
  }

  Duration kept() {
    return kept;
  }

  Optional<SpanLength> finer() {
    return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
  }
}
