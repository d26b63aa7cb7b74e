package io.heronbridge.persistence.outbox;

import java.time.Duration;

/**
 * How long a lease lasts by this machine's own timer, reckoned from before the database was asked:
 * it ends here before it ends there. A node that was frozen finds it over when it goes on.
 */
public final class Term {
  private volatile long end;

  private Term(long end) {
    this.end = end;
  }

  Term(Term same) {
    this(same.end);
  }

  /** A term that begins now. */
  public static Term lasting(Duration time) {
    return new Term(System.nanoTime() + time.toNanos());
  }

  /** The lease was renewed: it ends with the other term. */
  public void extend(Term later) {
    this.end = later.end;
  }

  public boolean isOver() {
    return System.nanoTime() - end >= 0;
  }
}
