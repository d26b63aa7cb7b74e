package io.heronbridge.integration.outbox;

import io.heronbridge.persistence.integration.HeronBudgets;
import io.heronbridge.persistence.outbox.QueueHead;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Tells for what the messages of a queue wait when they are due, in words for people. */
@Dependent
class Holds {
  @Inject HeronBudgets budgets;

  /** Empty when nothing holds them but their turn. */
  Optional<String> on(QueueHead head) throws SQLException {
    if (!head.queue().priority().needsHeronsKey()) {
      return Optional.empty();
    }
    if (head.isPaused()) {
      return Optional.of("the integration is paused");
    }
    if (head.probeIn().isPresent()) {
      return Optional.of(probe(head.probeIn().get()));
    }
    if (budgets.nextIn(head.budget(), head.requestsPerMinute()).isZero()) {
      return Optional.empty();
    }
    return Optional.of(
        head.requestsPerMinute() == 0
            ? "Heron's rate limit"
            : "Heron's rate limit, %d requests a minute".formatted(head.requestsPerMinute()));
  }

  private static String probe(Duration in) {
    return in.isNegative() || in.isZero()
        ? "Heron fails; it is being probed"
        : "Heron fails; it is probed again in %d s".formatted(in.toSeconds() + 1);
  }
}
