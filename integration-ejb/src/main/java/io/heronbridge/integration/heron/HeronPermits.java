package io.heronbridge.integration.heron;

import io.heronbridge.integration.heron.HeronTarget.Budget;
import io.heronbridge.persistence.integration.HeronBudgets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Permits to call Heron, from the budget that all nodes and integrations with a key share. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HeronPermits {
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** What nobody waits for leaves so much of the saved permits to what somebody waits for. */
  private static final double RESERVE = 0.5;

  @Inject HeronBudgets budgets;

  /** Takes a permit, or tells how long to wait for one. */
  public Optional<Duration> take(Budget budget) {
    return take(budget, 0);
  }

  /**
   * Takes a permit for a call that goes on from another, if need be the next one in advance:
   * whoever started over instead would never get further with a small budget.
   */
  public Optional<Duration> takeInAdvance(Budget budget) {
    return take(() -> budgets.takeInAdvance(budget.name(), budget.requestsPerMinute()));
  }

  /** Takes a permit that nobody else is likely to need soon, or tells how long to wait for one. */
  public Optional<Duration> takeSpare(Budget budget) {
    return take(budget, RESERVE);
  }

  private Optional<Duration> take(Budget budget, double reserve) {
    return take(() -> budgets.take(budget.name(), budget.requestsPerMinute(), reserve));
  }

  /** A try to take a permit. */
  private interface Taking {
    Optional<Duration> take() throws SQLException;
  }

  private static Optional<Duration> take(Taking taking) {
    try {
      return taking.take();
    } catch (SQLException e) {
      throw new IllegalStateException("Heron's budget cannot be read", e);
    }
  }

  /** Heron said 429: nobody sends with this key for that long. */
  public void block(Budget budget, Duration time) {
    try {
      budgets.block(budget.name(), time);
    } catch (SQLException e) {
      throw new IllegalStateException("Heron's budget cannot be changed", e);
    }
  }

  /**
   * How long to keep still after a 429: nobody asks at once again, and nobody is locked out for
   * days by one odd header.
   */
  public static Duration pause(Optional<Duration> retryAfter) {
    Duration asked = retryAfter.orElse(USUAL_PAUSE);
    Duration atLeast = asked.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : asked;
    return atLeast.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : atLeast;
  }
}
