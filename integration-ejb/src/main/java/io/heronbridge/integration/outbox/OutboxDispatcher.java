package io.heronbridge.integration.outbox;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.startup.BridgeReady;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.OutboxMessages;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Claims due messages, has them delivered, and hands the outcomes to the {@link Recorder}. One
 * thread claims and a few more work; hundreds of calls may be under way, since none of them holds a
 * thread, a connection or a transaction.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxDispatcher {
  private static final System.Logger LOG = System.getLogger(OutboxDispatcher.class.getName());
  private static final int MAX_UNDER_WAY = 128;

  /** Bulk work leaves room for what people wait for. */
  private static final int MAX_BULK_UNDER_WAY = 64;

  private static final int BATCH = 32;
  private static final int MAX_ABANDONED = 5;
  private static final long POLL_MILLIS = 500;
  private static final Duration RENEW_EVERY = Duration.ofSeconds(8);
  private static final Duration DRAIN = Duration.ofSeconds(8);

  @Resource private ManagedThreadFactory threads;
  @Inject OutboxLedger ledger;
  @Inject WakeUp wakeUp;
  @Inject Pace pace;
  @Inject Clock clock;
  @Inject Instance<MessageHandler> allHandlers;

  private final Map<MessageKind, MessageHandler> handlers = new EnumMap<>(MessageKind.class);
  private final Map<UUID, Lease> underWay = new ConcurrentHashMap<>();
  private final Set<UUID> bulkUnderWay = ConcurrentHashMap.newKeySet();
  private Recorder recorder;
  private Thread claimer;
  private volatile boolean stopping;

  public void start(@Observes BridgeReady ready) {
    if (claimer != null) {
      return;
    }
    allHandlers.forEach(handler -> handlers.put(handler.kind(), handler));
    recorder = new Recorder(ledger, threads, this::settled);
    claimer = threads.newThread(this::claimForever);
    claimer.setName("outbox-claimer");
    claimer.start();
  }

  @PreDestroy
  void stop() {
    if (claimer == null) {
      return;
    }
    stopping = true;
    wakeUp.now();
    recorder.drain(DRAIN, underWay::isEmpty);
    try {
      ledger.release();
    } catch (SQLException | RuntimeException e) {
      LOG.log(
          WARNING,
          () ->
              "leases could not be released; they end by themselves: "
                  + e.getClass().getSimpleName());
    }
  }

  private void claimForever() {
    long renewed = System.nanoTime();
    boolean troubled = false;
    while (!stopping) {
      try {
        if (System.nanoTime() - renewed >= RENEW_EVERY.toNanos()) {
          ledger.renew(underWay.keySet());
          renewed = System.nanoTime();
        }
        boolean more = claimBatch();
        troubled = false;
        if (!more) {
          wakeUp.await(POLL_MILLIS);
        }
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        // Whatever it was: a node that claims no more is worse.
        troubled = complainOnce(troubled, e);
      }
    }
  }

  private boolean complainOnce(boolean troubled, Throwable e) {
    if (!troubled && !stopping) {
      LOG.log(WARNING, () -> "claiming paused: " + e);
    }
    try {
      wakeUp.await(POLL_MILLIS);
    } catch (InterruptedException interrupted) {
      stopping = true;
    }
    return true;
  }

  /** Tells whether there may be more to claim at once. */
  private boolean claimBatch() throws SQLException {
    int room = MAX_UNDER_WAY - underWay.size();
    boolean moreRelays = claim(new OutboxMessages.Wish(true, List.of(), Math.min(BATCH, room)));
    Collection<UUID> notNow = pace.notNow(clock.instant());
    room = MAX_UNDER_WAY - underWay.size();
    boolean morePrompt = claim(new OutboxMessages.Wish(false, notNow, Math.min(BATCH, room)));
    room = Math.min(MAX_UNDER_WAY - underWay.size(), MAX_BULK_UNDER_WAY - bulkUnderWay.size());
    boolean moreBulk = claim(new OutboxMessages.Wish(false, true, notNow, Math.min(BATCH, room)));
    return moreRelays || morePrompt || moreBulk;
  }

  private boolean claim(OutboxMessages.Wish wish) throws SQLException {
    if (wish.limit() <= 0) {
      return false;
    }
    List<Lease> leases = ledger.claim(wish);
    for (Lease lease : leases) {
      underWay.put(lease.messageId(), lease);
      if (wish.bulk()) {
        bulkUnderWay.add(lease.messageId());
      }
      recorder.work(() -> deliver(lease));
    }
    return leases.size() == wish.limit();
  }

  private void deliver(Lease lease) {
    Instant started = clock.instant();
    MessageHandler handler = handlers.get(lease.kind());
    try {
      if (lease.abandoned() >= MAX_ABANDONED) {
        String reason =
            "Given up: " + lease.abandoned() + " attempts in a row ended without a result.";
        finish(lease, handler.giveUp(lease, reason), started);
        return;
      }
      handler
          .deliver(lease)
          .whenComplete(
              (delivery, thrown) -> {
                if (thrown == null) {
                  finish(lease, delivery, started);
                } else {
                  abandon(lease, thrown);
                }
              });
    } catch (Throwable e) {
      abandon(lease, e);
    }
  }

  private void finish(Lease lease, Delivery delivery, Instant started) {
    Duration duration = Duration.between(started, clock.instant());
    recorder.record(new Finished(lease, delivery, started, duration));
  }

  /** Something of ours failed: the lease runs out by itself and the message is tried again. */
  private void abandon(Lease lease, Throwable thrown) {
    forget(lease);
    LOG.log(
        WARNING,
        () -> "delivery broke off message=%s kind=%s".formatted(lease.messageId(), lease.kind()),
        thrown);
  }

  private void settled(Finished finished) {
    forget(finished.lease());
    wakeUp.now();
  }

  private void forget(Lease lease) {
    if (underWay.remove(lease.messageId(), lease)) {
      bulkUnderWay.remove(lease.messageId());
    }
  }
}
