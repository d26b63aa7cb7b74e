package io.heronbridge.portal.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many calls an API key may make in a minute, counted on this node. A key's minute begins with
 * its first call.
 */
final class CallQuota {
  static final Duration WINDOW = Duration.ofMinutes(1);

  private final int most;
  private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

  /**
   * @param most calls in a minute; 0 means any number
   */
  CallQuota(int most) {
    this.most = most;
  }

  /** What a key has called since its minute began. */
  private record Minute(long beganAt, int calls) {}

  /**
   * How a call stands.
   *
   * @param remaining calls that are left
   * @param reset until all of them are there again
   */
  record Standing(boolean isAllowed, int remaining, Duration reset) {}

  boolean isLimited() {
    return most > 0;
  }

  int most() {
    return most;
  }

  /**
   * Counts a call.
   *
   * @param key the id of an API key, so that rotating it begins no new minute
   * @param now nanoseconds of a clock that only goes forward
   */
  Standing call(String key, long now) {
    Minute minute =
        minutes.compute(
            key,
            (same, earlier) ->
                earlier == null || now - earlier.beganAt >= WINDOW.toNanos()
                    ? new Minute(now, 1)
                    : new Minute(earlier.beganAt, Math.min(earlier.calls, most) + 1));
    Duration reset = WINDOW.minusNanos(now - minute.beganAt);
    return new Standing(minute.calls <= most, Math.max(0, most - minute.calls), reset);
  }
}
