package io.heronbridge.integration.history;

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

/** Looks three times a minute whether the last minute is in the history; one node enters it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryRounds {
  private static final System.Logger LOG = System.getLogger(HistoryRounds.class.getName());
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration EVERY = Duration.ofSeconds(20);

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject SpanDesk desk;

  private final Rounds rounds = new Rounds(LOG, "history has a gap", () -> desk.enterLastMinute());

  public void begin(@Observes BridgeReady ready) {
    rounds.begin(scheduler, FIRST, EVERY);
  }

  @PreDestroy
  void end() {
    rounds.end();
  }
}
