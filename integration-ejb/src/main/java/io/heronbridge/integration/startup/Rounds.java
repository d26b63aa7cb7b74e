package io.heronbridge.integration.startup;

import io.heronbridge.integration.problem.Complaint;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Work that a node does again and again from the moment it is ready until it stops. One round
 * begins so long after the one before has ended, whatever came of that.
 */
public final class Rounds {
  private final System.Logger log;
  private final String complaint;
  private final Round round;
  private ScheduledFuture<?> task;
  private volatile boolean stopping;

  /** What is done each time. */
  @FunctionalInterface
  public interface Round {
    void run() throws Exception;
  }

  /**
   * @param complaint said in the log when a round came to nothing, such as {@code tidying waits}
   */
  public Rounds(System.Logger log, String complaint, Round round) {
    this.log = log;
    this.complaint = complaint;
    this.round = round;
  }

  /** Begins, unless it has begun: an application may become ready more than once. */
  public void begin(ScheduledExecutorService scheduler, Duration first, Duration every) {
    if (task == null) {
      task =
          scheduler.scheduleWithFixedDelay(
              this::once, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void once() {
    try {
      round.run();
    } catch (Throwable e) {
      // Whatever it was, an error too: thrown on, it would be the last round, and nobody told.
      if (!stopping) {
        Complaint.log(log, () -> complaint, e);
      }
    }
  }

  /** No more rounds; one that is under way is interrupted. */
  public void end() {
    end(true);
  }

  /** No more rounds; one that is under way goes on to its own end. */
  public void endAfterThis() {
    end(false);
  }

  private void end(boolean interrupt) {
    stopping = true;
    if (task != null) {
      task.cancel(interrupt);
    }
  }
}
