package io.heronbridge.portal.admin.outbox;

import java.time.Duration;

/** Spans of time in words, in one unit. */
final class Spans {
  private static final int TWO = 2;

  private Spans() {}

  static String words(Duration span) {
    if (span.toMinutes() < TWO) {
      return span.toSeconds() + " s";
    }
    if (span.toHours() < TWO) {
      return span.toMinutes() + " min";
    }
    return span.toDays() < TWO ? span.toHours() + " h" : span.toDays() + " days";
  }
}
