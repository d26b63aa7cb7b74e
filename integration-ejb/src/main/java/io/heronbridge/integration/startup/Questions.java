package io.heronbridge.integration.startup;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.problem.DatabaseOutage;
import io.heronbridge.persistence.database.DatabaseProbe.Finding;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Questions to a database that may be away, or may never answer. */
final class Questions implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DatabaseWatch.class.getName());
  private static final int AT_ONCE = 16;
  private static final int MOST_WAITING = 1000;
  private static final long IDLE_SECONDS = 60;
  private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();

  private final ThreadPoolExecutor askers;
  private final Supplier<Finding> probe;
  private final Semaphore looking = new Semaphore(1);
  private volatile boolean away;
  private volatile long goneAt;
  private volatile Finding finding;
  private long askedAt;

  /**
   * @param probe asks whether the database takes writes; answers within a few seconds
   */
  Questions(ThreadFactory threads, Supplier<Finding> probe) {
    this.askers =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            threads);
    this.askers.allowCoreThreadTimeOut(true);
    this.probe = probe;
  }

  <T> T ask(Supplier<T> question, Duration patience) throws DatabaseAwayException {
    if (away) {
      throw new DatabaseAwayException("The database was found away.");
    }
    Future<T> answer = submit(question);
    try {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(false);
      throw gone("no answer within " + patience.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseAwayException("Nobody waits for the answer any more.");
    } catch (CancellationException e) {
      throw new DatabaseAwayException("This node stops.");
    } catch (ExecutionException e) {
      throw judged(e.getCause());
    }
  }

  private <T> Future<T> submit(Supplier<T> question) throws DatabaseAwayException {
    try {
      return askers.submit(question::get);
    } catch (RejectedExecutionException e) {
      throw new DatabaseAwayException("Too many wait for the database.");
    }
  }

  /** Servers wrap an outage in many ways, so what is not recognised is looked into. */
  private DatabaseAwayException judged(Throwable thrown) {
    if (DatabaseOutage.isAt(thrown) || probedSince(System.nanoTime()) != Finding.WRITABLE) {
      return gone(thrown.getClass().getSimpleName());
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  private DatabaseAwayException gone(String why) {
    if (!away) {
      LOG.log(WARNING, () -> "database away: " + why);
    }
    goneAt = System.nanoTime();
    away = true;
    return new DatabaseAwayException("The database is away: " + why);
  }

  boolean isBack() {
    if (away && probedSince(System.nanoTime()) == Finding.WRITABLE) {
      away = false;
      LOG.log(INFO, "database back");
    }
    return !away;
  }

  /**
   * Whether PostgreSQL was found away and does not answer now. One caller at a time finds out,
   * which takes a few seconds while it hangs; the others go by what was found last.
   */
  boolean isSilent() {
    if (!away || finding != Finding.SILENT || !looking.tryAcquire()) {
      return away && finding == Finding.SILENT;
    }
    try {
      return !isBack() && finding == Finding.SILENT;
    } finally {
      looking.release();
    }
  }

  Finding probed() {
    long fresh = System.nanoTime() - FRESH_NANOS;
    return probedSince(away && goneAt - fresh > 0 ? goneAt : fresh);
  }

  /** One probe serves all who waited for it. */
  private synchronized Finding probedSince(long earliest) {
    if (finding == null || askedAt - earliest < 0) {
      askedAt = System.nanoTime();
      finding = probe.get();
    }
    return finding;
  }

  @Override
  public void close() {
    askers.shutdownNow();
  }
}
