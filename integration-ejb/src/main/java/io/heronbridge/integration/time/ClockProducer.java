package io.heronbridge.integration.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** Gives everyone the same clock. */
@ApplicationScoped
class ClockProducer {

  /** What PostgreSQL keeps: an instant reads the same before and after it was stored. */
  private static final Duration MICROSECOND = Duration.ofNanos(1000);

  @Produces
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), MICROSECOND);
  }
}
