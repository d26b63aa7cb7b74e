package io.heronbridge.integration.reading;

import io.heronbridge.integration.problem.Complaint;
import io.heronbridge.integration.startup.BridgeReady;
import io.heronbridge.integration.startup.Rounds;
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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks every second which links are due, on every node, and has them read by a few threads. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReadingRounds {
  private static final System.Logger LOG = System.getLogger(ReadingRounds.class.getName());
  private static final int THREADS = 4;
  private static final int MOST_UNDER_WAY = 16;
  private static final Duration EVERY = Duration.ofSeconds(1);

  @Resource private ManagedScheduledExecutorService scheduler;
  @Resource private ManagedThreadFactory threads;
  @Inject ReadingDesk desk;
  @Inject Reader reader;

  private final AtomicInteger underWay = new AtomicInteger();
  private final Rounds rounds = new Rounds(LOG, "reading waits", this::round);
  private ExecutorService workers;

  public void begin(@Observes BridgeReady ready) {
    if (workers == null) {
      workers = Executors.newFixedThreadPool(THREADS, threads);
    }
    rounds.begin(scheduler, EVERY, EVERY);
  }

  @PreDestroy
  void end() {
    rounds.end();
    if (workers != null) {
      workers.shutdownNow();
    }
  }

  private void round() throws SQLException {
    int room = MOST_UNDER_WAY - underWay.get();
    List<Claim> claims = room > 0 ? desk.claim(room) : List.of();
    if (!claims.isEmpty()) {
      desk.prepare(claims).forEach(this::start);
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
