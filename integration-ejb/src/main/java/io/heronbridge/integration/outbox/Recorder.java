package io.heronbridge.integration.outbox;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.problem.DatabaseOutage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A few threads of the container that prepare calls and record their outcomes, many outcomes in one
 * transaction. While the database is away, outcomes wait here; when it is back they are recorded,
 * unless another node was quicker to claim a message whose lease had run out meanwhile.
 */
final class Recorder {
  private static final System.Logger LOG = System.getLogger(Recorder.class.getName());
  private static final int THREADS = 4;
  private static final int BATCH = 128;
  private static final long PAUSE_MILLIS = 500;

  /** So long outcomes are let come together for one transaction, while many calls are under way. */
  private static final long GATHER_MILLIS = 10;

  private final OutboxLedger ledger;
  private final BooleanSupplier busy;
  private final Consumer<Finished> settled;
  private final ThreadPoolExecutor workers;
  private final Thread writer;
  private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
  private volatile boolean stopping;

  /**
   * @param busy whether many calls are under way
   * @param settled told of each outcome that was recorded
   */
  Recorder(
      OutboxLedger ledger,
      ThreadFactory threads,
      BooleanSupplier busy,
      Consumer<Finished> settled) {
    this.ledger = ledger;
    this.busy = busy;
    this.settled = settled;
    this.workers =
        new ThreadPoolExecutor(
            THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    this.writer = threads.newThread(this::writeForever);
    this.writer.setName("outbox-recorder");
    this.writer.start();
  }

  /** Tells whether there is still somebody to do it. */
  boolean work(Runnable task) {
    try {
      workers.execute(task);
      return true;
    } catch (RejectedExecutionException stopped) {
      return false;
    }
  }

  void record(Finished result) {
    finished.add(result);
  }

  /** Waits, not for ever, until nothing is under way; then stops the threads. */
  void drain(Duration limit, BooleanSupplier idle) {
    long end = System.nanoTime() + limit.toNanos();
    workers.shutdown();
    try {
      while (!idle.getAsBoolean() && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      stopping = true;
      writer.interrupt();
      writer.join(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeForever() {
    while (!stopping) {
      try {
        List<Finished> batch = new ArrayList<>();
        batch.add(finished.take());
        finished.drainTo(batch, BATCH - 1);
        if (batch.size() < BATCH && busy.getAsBoolean()) {
          gather(batch);
        }
        write(batch);
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        // Whatever it was: a node that records no more is worse.
        LOG.log(WARNING, "recording broke off", e);
      }
    }
  }

  /** Whoever is told to stop meanwhile still writes what it has. */
  private void gather(List<Finished> batch) {
    try {
      TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
    } catch (InterruptedException e) {
      stopping = true;
    }
    finished.drainTo(batch, BATCH - batch.size());
  }

  private void write(List<Finished> batch) throws InterruptedException {
    try {
      ledger.record(batch);
      batch.forEach(settled);
    } catch (SQLException | RuntimeException | Error e) {
      if (DatabaseOutage.isAt(e)) {
        LOG.log(WARNING, () -> "results wait for the database count=" + batch.size() + ": " + e);
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        finished.addAll(batch);
      } else if (batch.size() > 1) {
        // One of them is at fault, or the database is: tell by trying each alone.
        for (Finished each : batch) {
          write(List.of(each));
        }
      } else {
        putOff(batch.get(0), e);
      }
    }
  }

  private void putOff(Finished result, Throwable e) throws InterruptedException {
    LOG.log(WARNING, () -> "result not recorded yet message=" + result.lease().messageId(), e);
    if (result.tries() < Finished.MAX_TRIES) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      finished.add(result.triedAgain());
    } else {
      // The lease runs out and the message is looked at afresh.
      settled.accept(result);
    }
  }
}
