package io.heronbridge.portal.api;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.repetition.Beginning.Begun;
import io.heronbridge.integration.repetition.RepetitionDesk;
import java.time.Duration;
import java.util.Map;

/** A call with an Idempotency-Key while it is being answered. */
final class CallUnderWay {
  static final String PROPERTY = CallUnderWay.class.getName();

  private static final System.Logger LOG = System.getLogger(CallUnderWay.class.getName());
  private static final Duration RENEWAL = Duration.ofSeconds(10);

  private final RepetitionDesk desk;
  private final Begun call;
  private final FingerprintedBody body;
  private long renewedAt = System.nanoTime();
  private int status;
  private boolean isSettled;

  CallUnderWay(RepetitionDesk desk, Begun call, FingerprintedBody body) {
    this.desk = desk;
    this.call = call;
    this.body = body;
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
   * when the answer cannot be kept, the caller gets it all the same.
   */
  void settle(KeptAnswer answer) {
    if (isSettled) {
      return;
    }
    isSettled = true;
    try {
      if (answer.isFinal() && body.fingerprint().isPresent()) {
        desk.keep(call, body.fingerprint().get(), answer.bytes());
      } else {
        desk.giveBack(call);
      }
    } catch (RuntimeException e) {
      LOG.log(WARNING, () -> "answer not kept attempt=%s: %s".formatted(call.attempt(), e));
    }
  }

  /** No answer could be made. */
  void fail() {
    settle(new KeptAnswer(500, Map.of(), ""));
  }
}
