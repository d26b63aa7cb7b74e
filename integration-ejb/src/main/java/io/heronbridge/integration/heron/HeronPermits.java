package io.heronbridge.integration.heron;

import io.heronbridge.integration.heron.HeronTarget.Budget;
import io.heronbridge.persistence.integration.HeronBudgets;
import io.heronbridge.persistence.integration.HeronBudgets.Taken;
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
  @Inject HeronLimits limits;

  /** Made by the container, which fills it. */
  public HeronPermits() {}

  /** Without a container. */
  public HeronPermits(HeronBudgets budgets, HeronLimits limits) {
    this.budgets = budgets;
    this.limits = limits;
  }

  /** Takes a permit, or tells how long to wait for one. */
  public Optional<Duration> take(Budget budget) {
    return take(budget, 0);
  }

  /** Takes as many permits as there are, up to a number. */
  public Taken takeUpTo(int most, Budget budget) {
    return with(
        () -> {
          heed(budget);
          return budgets.takeUpTo(most, budget.name(), budget.requestsPerMinute());
        });
  }

  /**
   * Takes a permit for a call that goes on from another, if need be the next one in advance:
   * whoever started over instead would never get further with a small budget.
   */
  public Optional<Duration> takeInAdvance(Budget budget) {
    return with(() -> budgets.takeInAdvance(budget.name(), budget.requestsPerMinute()));
  }

  /** Takes a permit that nobody else is likely to need soon, or tells how long to wait for one. */
  public Optional<Duration> takeSpare(Budget budget) {
    return take(budget, RESERVE);
  }

  private Optional<Duration> take(Budget budget, double reserve) {
    return with(
        () -> {
          heed(budget);
          return budgets.take(budget.name(), budget.requestsPerMinute(), reserve);
        });
  }

  /** Permits that were not needed. */
  public void giveBack(Budget budget, int permits) {
    with(
        () -> {
          budgets.giveBack(budget.name(), permits);
          return permits;
        });
  }

  /** Heron said 429: nobody sends with this key for that long. */
  public void block(Budget budget, Duration time) {
    with(
        () -> {
          budgets.block(budget.name(), time);
          return time;
        });
  }

  /** What was learnt since the last permit was asked for. */
  private void heed(Budget budget) throws SQLException {
    int owed = limits.owed(budget);
    if (owed > 0) {
      budgets.owe(budget.name(), owed);
    }
    Optional<HeronLimits.Told> told = limits.latest(budget);
    if (told.isEmpty()) {
      return;
    }
    if (told.get().remaining() == 0) {
      budgets.block(budget.name(), told.get().untilReset());
    }
    if (budget.requestsPerMinute() > 0) {
      budgets.heed(
          budget.name(), told.get().limit(), told.get().remaining(), told.get().untilReset());
    }
  }

  /** Something asked of the budgets. */
  private interface Asked<T> {
    T ask() throws SQLException;
  }

  private static <T> T with(Asked<T> asked) {
    try {
      return asked.ask();
    } catch (SQLException e) {
      throw new IllegalStateException("Heron's budget cannot be used", e);
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
