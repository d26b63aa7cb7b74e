package io.heronbridge.benchmarks.peer;

import com.gruelbox.transactionoutbox.TransactionOutbox;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The loop that gruelbox leaves to the application: flush until nothing is left, then pause. */
final class FlushLoop {
  private static final Duration FULL = Duration.ofMillis(5);
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

  private final TransactionOutbox outbox;
  private final Duration pause;
  private final BooleanSupplier hasRoom;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::loop, "flush");

  FlushLoop(TransactionOutbox outbox, Duration pause, BooleanSupplier hasRoom) {
    this.outbox = outbox;
    this.pause = pause;
    this.hasRoom = hasRoom;
    thread.setDaemon(true);
  }

  void begin() {
    thread.start();
  }

  private void loop() {
    try {
      while (!closed.await(step().toNanos(), TimeUnit.NANOSECONDS)) {
        // The wait is the loop's own.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Flushes once and says how long to wait before the next time. */
  private Duration step() {
    if (!hasRoom.getAsBoolean()) {
      return FULL;
    }
    try {
      return outbox.flush() ? Duration.ZERO : pause;
    } catch (RuntimeException e) {
      System.getLogger("flush").log(System.Logger.Level.DEBUG, "flush failed", e);
      return pause;
    }
  }

  void close() {
    closed.countDown();
    try {
      thread.join(LONGEST_GOODBYE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
