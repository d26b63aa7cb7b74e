package io.heronbridge.integration.outbox;

import io.heronbridge.integration.trace.Tracer;
import io.heronbridge.persistence.outbox.MessageKind;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;

/**
 * One node's part in delivering messages: it claims, calls, records, and hears and tells the other
 * nodes. It needs no container but what it is given.
 */
public final class OutboxEngine {
  private final DeliveryLoop loop;
  private final Signals signals;

  /**
   * What an engine works with.
   *
   * @param unpooled opens a connection that belongs to no pool
   */
  public record Parts(
      OutboxLedger ledger,
      WakeUp wakeUp,
      Clock clock,
      ThreadFactory threads,
      Tracer tracer,
      Callable<Connection> unpooled) {}

  public OutboxEngine(Parts parts, Map<MessageKind, MessageHandler> handlers, Capacity capacity) {
    this.loop = new DeliveryLoop(parts, handlers, capacity);
    this.signals = new Signals(parts);
  }

  public void start() {
    signals.start();
    loop.start();
  }

  /**
   * Claims no more, lets calls under way end, then gives the leases back.
   *
   * @param limit how long it waits for the calls
   */
  public void stop(Duration limit) {
    signals.stop();
    loop.stop(limit);
  }
}
