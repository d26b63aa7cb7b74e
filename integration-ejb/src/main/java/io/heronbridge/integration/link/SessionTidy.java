package io.heronbridge.integration.link;

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
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Removes abandoned link sessions, old exits, callbacks and kept answers every 20 s; every node may
 * do it.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionTidy {
  private static final System.Logger LOG = System.getLogger(SessionTidy.class.getName());
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final Duration ROUND = Duration.ofMinutes(1);

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject TidyDesk desk;

  private final Rounds rounds = new Rounds(LOG, "tidying waits", this::round);

  public void begin(@Observes BridgeReady ready) {
    rounds.begin(scheduler, FIRST, EVERY);
  }

  @PreDestroy
  void end() {
    rounds.end();
  }

  private void round() throws SQLException {
    List<UUID> sessions = desk.forgetUnservedSessions();
    sessions.forEach(id -> LOG.log(INFO, () -> "link session led to nothing session=" + id));
    int exits = desk.forgetOldExits();
    if (exits > 0) {
      LOG.log(INFO, () -> "old exits removed count=" + exits);
    }
    int callbacks = desk.forgetOldCallbacks();
    if (callbacks > 0) {
      LOG.log(INFO, () -> "old callbacks removed count=" + callbacks);
    }
    // There may be many: each call with an Idempotency-Key leaves one.
    int answers = Forgetting.untilFew(TidyDesk.MOST_AT_ONCE, ROUND, desk::forgetOldAnswers);
    if (answers > 0) {
      LOG.log(INFO, () -> "old answers removed count=" + answers);
    }
  }
}
