package io.heronbridge.integration.outbox;

import io.heronbridge.integration.trace.TraceContext;
import io.heronbridge.persistence.outbox.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A delivery that waits to be recorded.
 *
 * @param place where in a trace the attempt was made
 * @param tries failed tries to record it; beyond the last, its lease is left to run out
 */
public record Finished(
    Lease lease,
    Delivery delivery,
    Instant startedAt,
    Duration duration,
    Optional<TraceContext> place,
    int tries) {
  static final int MAX_TRIES = 8;

  public Finished(Lease lease, Delivery delivery, Instant startedAt, Duration duration) {
    this(lease, delivery, startedAt, duration, Optional.empty(), 0);
  }

  Finished at(TraceContext attempt) {
    return new Finished(lease, delivery, startedAt, duration, Optional.of(attempt), tries);
  }

  Finished triedAgain() {
    return new Finished(lease, delivery, startedAt, duration, place, tries + 1);
  }
}
