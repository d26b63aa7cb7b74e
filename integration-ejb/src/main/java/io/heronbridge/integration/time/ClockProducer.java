package io.heronbridge.integration.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives everyone the same clock. */
@ApplicationScoped
class ClockProducer {

  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
