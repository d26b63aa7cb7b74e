package io.heronbridge.integration.reading;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.problem.Complaint;
import io.heronbridge.integration.startup.BridgeReady;
import io.heronbridge.persistence.integrationlink.LinkReadings.Claim;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks every second which links are due, on every node, and has them read by a few threads. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReadingRounds {
  private static final System.Logger LOG = System.getLogger(ReadingRounds.class.getName());
  private static final int THREADS = 4;
  private static final int MOST_UNDER_WAY = 16;
  private static final long EVERY_MILLIS = 1000;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Resource private ManagedThreadFactory threads;
  @Inject ReadingDesk desk;
  @Inject Reader reader;

  private final AtomicInteger underWay = new AtomicInteger();
  private ScheduledFuture<?> rounds;
  private ExecutorService workers;

  public void begin(@Observes BridgeReady ready) {
    if (rounds != null) {
      return;
    }
    workers = Executors.newFixedThreadPool(THREADS, threads);
    rounds =
        scheduler.scheduleWithFixedDelay(
            this::round, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void end() {
    if (rounds != null) {
      rounds.cancel(true);
      workers.shutdownNow();
    }
  }

  private void round() {
    try {
      int room = MOST_UNDER_WAY - underWay.get();
      List<Claim> claims = room > 0 ? desk.claim(room) : List.of();
      if (!claims.isEmpty()) {
        desk.prepare(claims).forEach(this::start);
      }
    } catch (SQLException | RuntimeException e) {
      LOG.log(WARNING, () -> "reading waits: " + e.getMessage());
    }
  }

  private void start(ReadingGroup group) {
    underWay.addAndGet(group.subjects().size());
    workers.execute(() -> read(group));
  }

  private void read(ReadingGroup group) {
    try {
      reader.read(group);
    } catch (RuntimeException e) {
      // The claims run out by themselves, and the links are read again.
      Complaint.log(LOG, () -> "reading broke off end_user=" + group.endUserId(), e);
    } finally {
      underWay.addAndGet(-group.subjects().size());
    }
  }
}
