package io.heronbridge.integration.history;

import io.heronbridge.persistence.history.SpanLength;
import java.time.Duration;
import java.time.Instant;

/** How far back a chart looks. */
public enum Range {
  HOUR(SpanLength.MINUTE, 60),
  DAY(SpanLength.QUARTER, 96),
  WEEK(SpanLength.TWO_HOURS, 84);

  private final SpanLength length;
  private final int spans;

  Range(SpanLength length, int spans) {
    this.length = length;
    this.spans = spans;
  }

  SpanLength length() {
    return length;
  }

  /** How long each of its spans is. */
  public Duration span() {
    return length.length();
  }

  int spans() {
    return spans;
  }

  /** When its first span begins, given when the last one does. */
  Instant first(Instant last) {
    return last.minus(span().multipliedBy(spans - 1L));
  }
}
