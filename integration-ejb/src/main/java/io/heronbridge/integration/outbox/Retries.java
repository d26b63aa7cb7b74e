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
  private static final Duration LONGEST_ASKED = Duration.ofHours(6);

  @Inject Settings settings;

  /** Lets the message wait for its next attempt; empty when there is none left, and it is dead. */
  public Optional<Duration> again(OutboxMessage message, Instant now) {
    return again(message, now, Optional.empty());
  }

  /**
   * The same where the other side may have asked for a longer wait.
   *
   * @param asked kept up to six hours
   */
  public Optional<Duration> again(OutboxMessage message, Instant now, Optional<Duration> asked) {
    Optional<Duration> wait =
        settings
            .retrySchedule()
            .waitAfter(message.attempts(), ThreadLocalRandom.current().nextDouble())
            .map(planned -> longer(planned, asked.orElse(Duration.ZERO)));
    if (wait.isPresent()) {
      message.retry(now.plus(wait.get()), false);
    } else {
      message.bury();
    }
    return wait;
  }

  private static Duration longer(Duration planned, Duration asked) {
    Duration bounded = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    return bounded.compareTo(planned) > 0 ? bounded : planned;
  }
}
