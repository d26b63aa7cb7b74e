package io.heronbridge.integration.outbox;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.problem.Complaint;
import io.heronbridge.integration.trace.CurrentTrace;
import io.heronbridge.integration.trace.Span;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.Term;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Claims due messages, has them delivered, and hands the outcomes to the {@link Recorder}. One
 * thread claims and a few more work; hundreds of calls may be under way, since none of them holds a
 * thread, a connection or a transaction.
 */
final class DeliveryLoop {
  private static final System.Logger LOG = System.getLogger(DeliveryLoop.class.getName());
  private static final int MAX_ABANDONED = 5;
  private static final Duration RENEW_EVERY = Duration.ofSeconds(8);
  private static final Duration PAUSE_IN_TROUBLE = Duration.ofMillis(500);

  /** While calls are under way, a little is let come together before the next look. */
  private static final long LINGER_MILLIS = 4;

  /** More, while places that get free are filled from what was claimed ahead. */
  private static final long STOCKED_MILLIS = 20;

  private final OutboxLedger ledger;
  private final WakeUp wakeUp;
  private final Clock clock;
  private final AttemptSpans attempts;
  private final Map<MessageKind, MessageHandler> handlers;
  private final UnderWay underWay;
  private final Claimer claimer;
  private final Recorder recorder;
  private final Thread thread;
  private volatile boolean stopping;

  DeliveryLoop(
      OutboxEngine.Parts parts, Map<MessageKind, MessageHandler> handlers, Capacity capacity) {
    this.ledger = parts.ledger();
    this.wakeUp = parts.wakeUp();
    this.clock = parts.clock();
    this.attempts = new AttemptSpans(parts.tracer());
    this.handlers = handlers;
    this.underWay = new UnderWay(capacity);
    this.claimer = new Claimer(ledger, underWay, this::deliverWhatHasAPlace);
    this.recorder = new Recorder(ledger, parts.threads(), underWay::isBusy, this::settled);
    this.thread = parts.threads().newThread(this::claimForever);
    this.thread.setName("outbox-claimer");
  }

  void start() {
    thread.start();
  }

  /** Claims no more, lets calls under way end, not for ever, then gives the leases back. */
  void stop(Duration limit) {
    stopping = true;
    wakeUp.here();
    join();
    recorder.drain(limit, underWay::isIdle);
    try {
      ledger.release(underWay.begun());
    } catch (SQLException | RuntimeException e) {
      LOG.log(
          WARNING,
          () ->
              "leases could not be released; they end by themselves: "
                  + e.getClass().getSimpleName());
    }
  }

  /** A claim under way is still ours to give back. */
  private void join() {
    try {
      thread.join(PAUSE_IN_TROUBLE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void claimForever() {
    long renewed = System.nanoTime();
    boolean troubled = false;
    while (!stopping) {
      try {
        if (System.nanoTime() - renewed >= RENEW_EVERY.toNanos()) {
          renew();
          renewed = System.nanoTime();
        }
        look();
        troubled = false;
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        // Whatever it was: a node that claims no more is worse.
        troubled = complainOnce(troubled, e);
      }
    }
  }

  private void renew() throws SQLException {
    if (!underWay.isEmpty()) {
      Term term = Term.lasting(OutboxLedger.LEASE);
      underWay.renewed(ledger.renew(underWay.messages()), term);
    }
  }

  private void look() throws SQLException, InterruptedException {
    Claimer.Round round;
    try {
      round = claimer.claim();
    } finally {
      // Also when a later claim of the round failed.
      deliverWhatHasAPlace();
    }
    if (round.isMore()) {
      return;
    }
    // A message that was due when it was looked for, and yet not claimed, is somebody else's.
    wakeUp.awaitHere(Math.max(1, round.nextIn().toMillis()));
    if (!underWay.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(underWay.isStocked() ? STOCKED_MILLIS : LINGER_MILLIS);
    }
  }

  private void deliverWhatHasAPlace() {
    if (stopping) {
      return;
    }
    for (Lease lease : underWay.begin()) {
      if (!recorder.work(() -> deliver(lease))) {
        underWay.putBack(lease);
      }
    }
  }

  private boolean complainOnce(boolean troubled, Throwable e) {
    if (!troubled && !stopping) {
      LOG.log(WARNING, () -> "claiming paused: " + e);
    }
    try {
      wakeUp.awaitHere(PAUSE_IN_TROUBLE.toMillis());
    } catch (InterruptedException interrupted) {
      stopping = true;
    }
    return true;
  }

  private void deliver(Lease lease) {
    Span span = attempts.begin(lease);
    CurrentTrace.at(span.context(), () -> deliver(lease, span));
  }

  private void deliver(Lease lease, Span span) {
    if (lease.isOver()) {
      abandon(lease, span, new LeaseOverException());
      return;
    }
    Instant started = clock.instant();
    MessageHandler handler = handlers.get(lease.kind());
    try {
      if (lease.abandoned() >= MAX_ABANDONED) {
        String reason =
            "Given up: " + lease.abandoned() + " attempts in a row ended without a result.";
        finish(lease, span, handler.giveUp(lease, reason), started);
        return;
      }
      handler
          .deliver(lease)
          .whenComplete(
              (delivery, thrown) -> {
                if (thrown == null) {
                  finish(lease, span, delivery, started);
                } else {
                  abandon(lease, span, thrown);
                }
              });
    } catch (Throwable e) {
      abandon(lease, span, e);
    }
  }

  private void finish(Lease lease, Span span, Delivery delivery, Instant started) {
    Duration duration = Duration.between(started, clock.instant());
    AttemptSpans.end(span, delivery);
    underWay.delivered(lease);
    recorder.record(new Finished(lease, delivery, started, duration).at(span.context()));
    deliverWhatHasAPlace();
  }

  /** Something of ours failed: the lease runs out by itself and the message is tried again. */
  private void abandon(Lease lease, Span span, Throwable thrown) {
    AttemptSpans.brokeOff(span, thrown);
    underWay.delivered(lease);
    underWay.forget(lease);
    deliverWhatHasAPlace();
    CurrentTrace.at(span.context(), () -> complain(lease, thrown));
  }

  private static void complain(Lease lease, Throwable thrown) {
    String what =
        "delivery broke off message=%s kind=%s".formatted(lease.messageId(), lease.kind());
    if (LeaseOverException.isAt(thrown)) {
      LOG.log(INFO, () -> what + ": the lease is over");
    } else {
      Complaint.log(LOG, () -> what, thrown);
    }
  }

  private void settled(Finished finished) {
    underWay.forget(finished.lease());
    wakeUp.here();
  }
}
