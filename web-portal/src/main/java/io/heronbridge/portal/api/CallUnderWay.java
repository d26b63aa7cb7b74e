package io.heronbridge.portal.api;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.problem.Complaint;
import io.heronbridge.integration.problem.DatabaseOutage;
import io.heronbridge.integration.repetition.Beginning.Begun;
import io.heronbridge.integration.repetition.RepetitionDesk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A call with an Idempotency-Key while it is being answered. */
final class CallUnderWay {
  static final String PROPERTY = CallUnderWay.class.getName();

  private static final System.Logger LOG = System.getLogger(CallUnderWay.class.getName());
  private static final Duration RENEWAL = Duration.ofSeconds(10);

  /**
   * Before each further try to keep an answer: over a restart of the connections, not over an
   * outage, since the caller waits meanwhile.
   */
  static final List<Duration> WAITS =
      List.of(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofMillis(1500));

  /** A try may take long itself: after that no other is begun. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final RepetitionDesk desk;
  private final Begun call;
  private final FingerprintedBody body;
  private final List<Duration> waits;
  private long renewedAt = System.nanoTime();
  private int status;
  private boolean isSettled;

  CallUnderWay(RepetitionDesk desk, Begun call, FingerprintedBody body, List<Duration> waits) {
    this.desk = desk;
    this.call = call;
    this.body = body;
    this.waits = waits;
  }

  /** Holds the call while its body is still arriving. */
  void goOn() {
    if (System.nanoTime() - renewedAt < RENEWAL.toNanos()) {
      return;
    }
    renewedAt = System.nanoTime();
    try {
      desk.renew(call);
    } catch (RuntimeException e) {
      LOG.log(WARNING, () -> "lease not renewed attempt=%s: %s".formatted(call.attempt(), e));
    }
  }

  void answeredWith(int answered) {
    this.status = answered;
  }

  int status() {
    return status;
  }

  /**
   * Keeps the answer when it is final, and gives the call back otherwise. What was done is done:
   * when the answer cannot be kept, the caller gets it all the same. Then the key stays blocked
   * until the lease ends, and the same request is done anew.
   */
  void settle(KeptAnswer answer) {
    if (isSettled) {
      return;
    }
    isSettled = true;
    try {
      orAgain(
          () -> {
            if (answer.isFinal() && body.fingerprint().isPresent()) {
              desk.keep(call, body.fingerprint().get(), answer.bytes());
            } else {
              desk.giveBack(call);
            }
          });
    } catch (RuntimeException e) {
      Complaint.log(LOG, () -> "answer not kept attempt=" + call.attempt(), e);
    }
  }

  /** Both may be done twice: a try whose commit was not answered may have taken effect. */
  private void orAgain(Runnable work) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (Duration wait : waits) {
      try {
        work.run();
        return;
      } catch (RuntimeException e) {
        if (!DatabaseOutage.isAt(e) || System.nanoTime() - end > 0) {
          throw e;
        }
        pause(wait);
      }
    }
    work.run();
  }

  private static void pause(Duration wait) {
    try {
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** No answer could be made. */
  void fail() {
    settle(new KeptAnswer(500, Map.of(), ""));
  }
}
