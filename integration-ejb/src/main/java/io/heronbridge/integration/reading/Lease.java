package io.heronbridge.integration.reading;

import java.time.Duration;

/**
 * How long claims hold, and how long a group of them may go on asking Plaid, so that they outlast
 * its calls.
 *
 * @param attempt the longest time one call takes
 */
record Lease(Duration attempt) {
  private static final Duration SHORTEST = Duration.ofMinutes(3);
  private static final int CALLS_AFTER_THE_LAST_ITEM = 1 + HeronReader.MOST_CALLS;
  private static final int CALLS_IN_A_ROW = 2 + CALLS_AFTER_THE_LAST_ITEM;

  /** Then a crashed node's readings are anyone's. */
  Duration time() {
    Duration enough = attempt.multipliedBy(CALLS_IN_A_ROW);
    return enough.compareTo(SHORTEST) > 0 ? enough : SHORTEST;
  }

  /** After it no item is asked about any more, since that call and Heron's are still to come. */
  Duration timeToAsk() {
    return time().minus(attempt.multipliedBy(CALLS_AFTER_THE_LAST_ITEM));
  }
}
