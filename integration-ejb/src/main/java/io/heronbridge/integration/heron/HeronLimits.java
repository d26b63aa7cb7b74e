package io.heronbridge.integration.heron;

import io.heronbridge.integration.heron.HeronTarget.Budget;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this node has learnt of Heron's budgets since it last asked for a permit: calls made without
 * one, and what Heron's answers tell of its rate limit ({@code X-RateLimit-Limit}, {@code
 * -Remaining}, {@code -Reset}), as far as it asks for less than we would send.
 */
@ApplicationScoped
public class HeronLimits {
  /**
   * With less than this share of the limit left, Heron's count is nearer to the truth than ours.
   */
  private static final int SCARCE = 10;

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** A limit is told anew with every answer; one that is not is soon forgotten. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final Map<String, Integer> owed = new ConcurrentHashMap<>();

  /**
   * Heron's own count.
   *
   * @param limit requests in a window
   * @param remaining requests left in it
   * @param untilReset until the next window begins
   */
  public record Told(int limit, int remaining, Duration untilReset) {}

  /** Remembers what an answer told. */
  public void hear(Budget budget, Told news) {
    boolean isLower = budget.requestsPerMinute() > 0 && news.limit() < budget.requestsPerMinute();
    if (isLower || news.remaining() * SCARCE <= news.limit()) {
      told.put(budget.name(), new Told(news.limit(), news.remaining(), bounded(news.untilReset())));
    }
  }

  private static Duration bounded(Duration time) {
    Duration atLeast = time.compareTo(SHORTEST) < 0 ? SHORTEST : time;
    return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
  }

  /** A call goes on from another and cannot wait for a permit: a later one is missed for it. */
  public void owe(Budget budget) {
    if (budget.requestsPerMinute() > 0) {
      owed.merge(budget.name(), 1, Integer::sum);
    }
  }

  /** Permits owed to a budget, told once. */
  int owed(Budget budget) {
    return Optional.ofNullable(owed.remove(budget.name())).orElse(0);
  }

  /** The latest news of a budget, told once. */
  Optional<Told> latest(Budget budget) {
    return Optional.ofNullable(told.remove(budget.name()));
  }
}
