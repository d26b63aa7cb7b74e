package io.heronbridge.integration.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Gives everyone the same clock. */
@ApplicationScoped
public class ClockProducer {
  /** What PostgreSQL keeps: an instant reads the same before and after it was stored. */
  private static final Duration MICROSECOND = Duration.ofNanos(1000);

  private final DatabaseClock clock = new DatabaseClock(Clock.systemUTC());

  @Produces
  public Clock clock() {
    return Clock.tick(clock, MICROSECOND);
  }

  /** Sets the clock to what PostgreSQL showed, asked in so long a time. */
  public void set(Instant shown, Duration question) {
    clock.set(shown, question);
  }
}
