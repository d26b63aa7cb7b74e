package io.heronbridge.integration.link;

import io.heronbridge.integration.startup.BridgeReady;
import io.heronbridge.integration.startup.Rounds;
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

/** Looks every few seconds for exchanges that were left open. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExchangeRecovery {
  private static final System.Logger LOG = System.getLogger(ExchangeRecovery.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(3);

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject PublicTokenExchange exchange;

  private final Rounds rounds =
      new Rounds(LOG, "exchange recovery waits", () -> exchange.recover());

  public void begin(@Observes BridgeReady ready) {
    rounds.begin(scheduler, Duration.ZERO, EVERY);
  }

  @PreDestroy
  void end() {
    rounds.end();
  }
}
