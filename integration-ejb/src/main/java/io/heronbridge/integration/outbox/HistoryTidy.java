package io.heronbridge.integration.outbox;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.startup.BridgeReady;
import io.heronbridge.integration.startup.Forgetting;
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
    int rows = Forgetting.untilFew(HistoryDesk.MOST_AT_ONCE, ROUND, desk::forgetSome);
    if (rows > 0) {
      LOG.log(INFO, () -> "old history removed rows=" + rows);
    }
  }
}
