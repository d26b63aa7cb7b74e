package io.heronbridge.it.chaos;

import io.heronbridge.it.support.Lender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** End users who connect banks, a few every second, until told to stop or for half an hour. */
final class Load implements AutoCloseable {
  private static final int PEOPLE = 4;
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<CompletableFuture<Void>> work = new ArrayList<>();

  Load(Lender lender, Ledger ledger) {
    for (int i = 0; i < PEOPLE; i++) {
      work.add(CompletableFuture.runAsync(() -> connect(lender, ledger), people));
    }
  }

  private void connect(Lender lender, Ledger ledger) {
    long begin = System.nanoTime();
    while (!isOver(BETWEEN) && System.nanoTime() - begin < LONGEST.toNanos()) {
      Lender.Choice choice = lender.choose();
      ledger.attempted(choice.itemId());
      lender.exchange(choice).ifPresent(ledger::acknowledged);
    }
  }

  /** Lets it go on for a while. */
  void goOnFor(Duration time) {
    isOver(time);
  }

  private boolean isOver(Duration within) {
    try {
      return over.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Nobody begins anything more; what was begun is ended. Fails when somebody was refused. */
  void stop() {
    over.countDown();
    work.forEach(CompletableFuture::join);
  }

  @Override
  public void close() {
    over.countDown();
    people.shutdownNow();
  }
}
