package io.heronbridge.integration.startup;

import java.time.Duration;

/**
 * Deletes much that is old, some at a time, each time in a transaction of its own: so that nobody
 * waits long for its locks, and what was deleted before a crash stays deleted.
 */
public final class Forgetting {
  private Forgetting() {}

  /** Deletes some; tells how many. */
  @FunctionalInterface
  public interface Step<E extends Exception> {
    int forget() throws E;
  }

  /**
   * Goes on until little is left, or the time is over. What is left then waits for the next round.
   *
   * @param most that one step deletes; fewer mean that no more is left
   * @param time for all steps; the first is taken in any case
   * @return how many were deleted
   */
  public static <E extends Exception> int untilFew(int most, Duration time, Step<E> step) throws E {
    long end = System.nanoTime() + time.toNanos();
    int forgotten = 0;
    int some;
    do {
      some = step.forget();
      forgotten += some;
    } while (some >= most && System.nanoTime() - end < 0);
    return forgotten;
  }
}
