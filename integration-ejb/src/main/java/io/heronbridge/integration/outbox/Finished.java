package io.heronbridge.integration.outbox;

import io.heronbridge.persistence.outbox.Lease;
import java.time.Duration;
import java.time.Instant;

/**
 * A delivery that waits to be recorded.
 *
 * @param tries failed tries to record it; beyond the last, its lease is left to run out
 */
public record Finished(
    Lease lease, Delivery delivery, Instant startedAt, Duration duration, int tries) {
  static final int MAX_TRIES = 8;

  public Finished(Lease lease, Delivery delivery, Instant startedAt, Duration duration) {
    this(lease, delivery, startedAt, duration, 0);
  }

  Finished triedAgain() {
    return new Finished(lease, delivery, startedAt, duration, tries + 1);
  }
}
