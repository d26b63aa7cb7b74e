package io.heronbridge.integration.outbox;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.startup.BridgeReady;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Tidies the history every five minutes, little by little; every node may do it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryTidy {
  private static final System.Logger LOG = System.getLogger(HistoryTidy.class.getName());
  private static final int FIRST_SECONDS = 30;
  private static final int EVERY_SECONDS = 300;

  /** What is left after that waits for the next round. */
  private static final Duration ROUND = Duration.ofMinutes(2);

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject HistoryDesk desk;

  private ScheduledFuture<?> rounds;

  public void begin(@Observes BridgeReady ready) {
    if (rounds == null) {
      rounds =
          scheduler.scheduleWithFixedDelay(
              this::round, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }
  }

  @PreDestroy
  void end() {
    if (rounds != null) {
      rounds.cancel(true);
    }
  }

  private void round() {
    try {
      int forgotten = 0;
      int some = HistoryDesk.MOST_AT_ONCE;
      long end = System.nanoTime() + ROUND.toNanos();
      while (some >= HistoryDesk.MOST_AT_ONCE && System.nanoTime() < end) {
        some = desk.forgetSome();
        forgotten += some;
      }
      if (forgotten > 0) {
        int rows = forgotten;
        LOG.log(INFO, () -> "old history removed rows=" + rows);
      }
    } catch (RuntimeException e) {
      LOG.log(WARNING, () -> "history not tidied: " + e.getMessage());
    }
  }
}
