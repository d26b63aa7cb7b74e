package io.heronbridge.integration.outbox;

import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The configured retry schedule, for work that may be repeated without harm. */
@ApplicationScoped
public class Retries {
  @Inject Settings settings;

  /** Lets the message wait for its next attempt; empty when there is none left, and it is dead. */
  public Optional<Duration> again(OutboxMessage message, Instant now) {
    Optional<Duration> wait =
        settings
            .retrySchedule()
            .waitAfter(message.attempts(), ThreadLocalRandom.current().nextDouble());
    if (wait.isPresent()) {
      message.retry(now.plus(wait.get()), false);
    } else {
      message.bury();
    }
    return wait;
  }
}
