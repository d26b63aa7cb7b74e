package io.heronbridge.integration.outbox;

import static java.lang.System.Logger.Level.INFO;

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

/** Tidies the history every five minutes, little by little; every node may do it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryTidy {
  private static final System.Logger LOG = System.getLogger(HistoryTidy.class.getName());
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration EVERY = Duration.ofMinutes(5);

  /** What is left after that waits for the next round. */
  private static final Duration ROUND = Duration.ofMinutes(2);

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject HistoryDesk desk;

  private final Rounds rounds = new Rounds(LOG, "history not tidied", this::round);

  public void begin(@Observes BridgeReady ready) {
    rounds.begin(scheduler, FIRST, EVERY);
  }

  @PreDestroy
  void end() {
    rounds.end();
  }

  private void round() {
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
  }
}
