package io.heronbridge.integration.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class RoundsTest {
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);

  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final NotedLog log = new NotedLog();
  private final BlockingQueue<Integer> done = new ArrayBlockingQueue<>(100);

  @AfterEach
  void stop() {
    scheduler.shutdownNow();
  }

  /** What was said, without its trace and with. */
  private static final class NotedLog implements System.Logger {
    private final List<String> lines = new ArrayList<>();
    private final List<Throwable> traces = new ArrayList<>();

    @Override
    public String getName() {
      return "noted";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public synchronized void log(Level level, ResourceBundle none, String line, Throwable why) {
      lines.add(line);
      traces.add(why);
    }

    @Override
    public synchronized void log(Level level, ResourceBundle none, String line, Object... more) {
      lines.add(line);
    }
  }

  private Rounds throwingInTurn(Throwable... thrown) {
    List<Throwable> left = new ArrayList<>(List.of(thrown));
    return new Rounds(
        log,
        "work waits",
        () -> {
          if (left.isEmpty()) {
            done.offer(1);
          } else if (left.get(0) instanceof Error error) {
            left.remove(0);
            throw error;
          } else {
            throw (Exception) left.remove(0);
          }
        });
  }

  @Test
  void nextRoundComesWhateverTheOneBeforeThrew() throws InterruptedException {
    Rounds rounds = throwingInTurn(new StackOverflowError(), new IllegalStateException("no good"));

    rounds.begin(scheduler, Duration.ZERO, AT_ONCE);

    assertThat(done.take()).isEqualTo(1);
    assertThat(log.lines).containsExactly("work waits", "work waits");
    assertThat(log.traces).hasSize(2);
  }

  @Test
  void outageIsOneLine() throws InterruptedException {
    Rounds rounds = throwingInTurn(new IllegalStateException(new SQLException("gone", "08006")));

    rounds.begin(scheduler, Duration.ZERO, AT_ONCE);

    assertThat(done.take()).isEqualTo(1);
    assertThat(log.lines).containsExactly("work waits: the database is away (SQLState 08006)");
    assertThat(log.traces).isEmpty();
  }

  @Test
  void beginsOnce() throws Exception {
    Rounds rounds = throwingInTurn();

    rounds.begin(scheduler, Duration.ZERO, NEVER);
    rounds.begin(scheduler, Duration.ZERO, NEVER);
    scheduler.submit(() -> {}).get();

    assertThat(done).hasSize(1);
  }

  @Test
  void endInterruptsARoundAndComplainsOfNothing() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Rounds rounds =
        new Rounds(
            log,
            "work waits",
            () -> {
              begun.countDown();
              new CountDownLatch(1).await();
            });
    rounds.begin(scheduler, Duration.ZERO, AT_ONCE);
    begun.await();

    rounds.end();
    scheduler.shutdown();

    assertThat(scheduler.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    assertThat(log.lines).isEmpty();
  }

  @Test
  void gentleEndLetsARoundFinish() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Rounds rounds =
        new Rounds(
            log,
            "work waits",
            () -> {
              begun.countDown();
              ended.await();
              done.add(1);
            });
    rounds.begin(scheduler, Duration.ZERO, AT_ONCE);
    begun.await();

    rounds.endAfterThis();
    ended.countDown();
    scheduler.shutdown();

    assertThat(scheduler.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    assertThat(done).hasSize(1);
  }

  @Test
  void endBeforeTheBeginningIsNoTrouble() {
    throwingInTurn().end();

    assertThat(done).isEmpty();
  }
}
