package io.heronbridge.integration.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The machine's clock, set to PostgreSQL's: leases and due times are compared in the database, so
 * every node must mean the same instant.
 */
final class DatabaseClock extends Clock {
  private final Clock machine;
  private volatile Duration offset = Duration.ZERO;

  DatabaseClock(Clock machine) {
    this.machine = machine;
  }

  /** The database's clock showed this, at the middle of a question that took so long. */
  void set(Instant shown, Duration question) {
    offset = Duration.between(machine.instant(), shown.plus(question.dividedBy(2)));
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
