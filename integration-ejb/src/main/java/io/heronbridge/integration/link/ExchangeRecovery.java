package io.heronbridge.integration.link;

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

/** Looks every few seconds for exchanges that were left open. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExchangeRecovery {
  private static final System.Logger LOG = System.getLogger(ExchangeRecovery.class.getName());
  private static final int EVERY_SECONDS = 3;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject PublicTokenExchange exchange;

  private ScheduledFuture<?> rounds;

  public void begin(@Observes BridgeReady ready) {
    if (rounds != null) {
      return;
    }
    rounds = scheduler.scheduleWithFixedDelay(this::round, 0, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    if (rounds != null) {
      rounds.cancel(true);
    }
  }

  private void round() {
    try {
      exchange.recover();
    } catch (RuntimeException e) {
      LOG.log(WARNING, () -> "exchange recovery waits: " + e.getMessage());
    }
  }
}
