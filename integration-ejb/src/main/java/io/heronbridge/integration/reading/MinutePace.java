package io.heronbridge.integration.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A number of calls a minute, evenly; a tenth of them may be saved up. */
final class MinutePace {
  private static final double SAVED_SHARE = 10.0;
  private static final double MILLIS_A_MINUTE = 60_000.0;

  private final double most;
  private final double perMilli;
  private double saved;
  private Instant refilled;
  private Instant blockedUntil;

  MinutePace(int perMinute, Instant now) {
    this.most = Math.max(1, perMinute / SAVED_SHARE);
    this.perMilli = perMinute / MILLIS_A_MINUTE;
    this.saved = most;
    this.refilled = now;
    this.blockedUntil = now;
  }

  /** Takes a permit, or tells how long to wait for one. */
  synchronized Optional<Duration> take(Instant now) {
    if (blockedUntil.isAfter(now)) {
      return Optional.of(Duration.between(now, blockedUntil));
    }
    long passed = Math.max(0, Duration.between(refilled, now).toMillis());
    saved = Math.min(most, saved + perMilli * passed);
    refilled = now;
    if (saved >= 1) {
      saved--;
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis((long) Math.ceil((1 - saved) / perMilli)));
  }

  /** No permits for that long. */
  synchronized void block(Instant until) {
    blockedUntil = until.isAfter(blockedUntil) ? until : blockedUntil;
  }
}
