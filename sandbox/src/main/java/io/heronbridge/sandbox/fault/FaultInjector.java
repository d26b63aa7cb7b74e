package io.heronbridge.sandbox.fault;

import io.heronbridge.sandbox.http.Answer;
import io.heronbridge.sandbox.http.Exchange;
import io.heronbridge.sandbox.http.Handler;
import io.heronbridge.sandbox.http.Request;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Carries an effect out on the open connection, without holding a thread while it waits. */
public final class FaultInjector {
  private static final System.Logger LOG = System.getLogger(FaultInjector.class.getName());
  private final ScheduledExecutorService timer;

  public FaultInjector(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  /** The consumer learns the status that is sent, or 0 when the connection is closed instead. */
  public void inject(
      FaultEffect effect, Request request, Handler work, Exchange exchange, IntConsumer answered) {
    Answer truth = effect.performs() ? work.handle(request) : effect.answer();
    Runnable delivery = () -> deliver(effect, truth, exchange, answered);
    if (effect.delay().isZero()) {
      delivery.run();
    } else {
      timer.schedule(delivery, effect.delay().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static void deliver(
      FaultEffect effect, Answer truth, Exchange exchange, IntConsumer answered) {
    try {
      switch (effect.type()) {
        case RESET_BEFORE, RESET_AFTER, STALL -> exchange.drop();
        case TRUNCATE -> {
          answered.accept(truth.status());
          exchange.sendTruncated(truth);
        }
        case DELAY -> {
          answered.accept(truth.status());
          exchange.send(truth);
        }
        default -> {
          answered.accept(effect.status());
          exchange.send(effect.answer());
        }
      }
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "client left before the faulty answer");
      exchange.drop();
    }
  }
}
