package io.heronbridge.integration.history;

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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks three times a minute whether the last minute is in the history; one node enters it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryRounds {
  private static final System.Logger LOG = System.getLogger(HistoryRounds.class.getName());
  private static final int FIRST_SECONDS = 1;
  private static final int EVERY_SECONDS = 20;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject SpanDesk desk;

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
      desk.enterLastMinute();
    } catch (RuntimeException e) {
      LOG.log(WARNING, () -> "history has a gap: " + e.getMessage());
    }
  }
}
