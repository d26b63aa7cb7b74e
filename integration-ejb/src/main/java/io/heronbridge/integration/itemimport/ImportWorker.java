package io.heronbridge.integration.itemimport;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.problem.DatabaseOutage;
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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Works off imports in the background: one chunk at a time on each node, each import in turn. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportWorker {
  private static final System.Logger LOG = System.getLogger(ImportWorker.class.getName());
  private static final int EVERY_SECONDS = 1;
  private static final Duration ROUND = Duration.ofSeconds(20);

  /** Failures in a row of one chunk, the database's absence not counted. */
  private static final int MOST_FAILURES = 20;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject BatchDesk batches;
  @Inject ImportDesk desk;

  private final Map<UUID, Integer> failures = new HashMap<>();
  private ScheduledFuture<?> rounds;
  private volatile boolean stopping;

  public void begin(@Observes BridgeReady ready) {
    if (rounds == null) {
      rounds = scheduler.scheduleWithFixedDelay(this::round, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }
  }

  @PreDestroy
  void end() {
    stopping = true;
    if (rounds != null) {
      rounds.cancel(false);
    }
  }

  private void round() {
    long end = System.nanoTime() + ROUND.toNanos();
    try {
      desk.sweep();
      boolean more = true;
      while (more && !stopping && System.nanoTime() < end) {
        more = false;
        for (UUID each : batches.running()) {
          more |= !stopping && work(each);
        }
      }
    } catch (RuntimeException e) {
      LOG.log(WARNING, () -> "imports wait: " + e.getMessage());
    }
  }

  private boolean work(UUID id) {
    try {
      boolean worked = batches.work(id);
      failures.remove(id);
      return worked;
    } catch (RuntimeException e) {
      if (DatabaseOutage.isAt(e)) {
        throw e;
      }
      LOG.log(WARNING, () -> "a chunk was not worked off import=" + id, e);
      if (failures.merge(id, 1, Integer::sum) >= MOST_FAILURES) {
        failures.remove(id);
        desk.fail(id, "Its next lines could not be stored; the application's log says why.");
      }
      return false;
    }
  }
}
