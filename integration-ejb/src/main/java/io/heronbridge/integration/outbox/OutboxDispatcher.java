package io.heronbridge.integration.outbox;

import io.heronbridge.integration.outbox.OutboxEngine.Parts;
import io.heronbridge.integration.startup.BridgeReady;
import io.heronbridge.integration.trace.Tracer;
import io.heronbridge.persistence.database.BridgeDataSource;
import io.heronbridge.persistence.outbox.MessageKind;
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
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Starts this node's delivery of messages when the application is ready, and ends it in order. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxDispatcher {
  private static final Duration DRAIN = Duration.ofSeconds(8);

  @Resource private ManagedThreadFactory threads;
  @Inject OutboxLedger ledger;
  @Inject WakeUp wakeUp;
  @Inject Clock clock;
  @Inject Tracer tracer;
  @Inject Instance<MessageHandler> allHandlers;

  private OutboxEngine engine;

  public void start(@Observes BridgeReady ready) {
    if (engine != null) {
      return;
    }
    Map<MessageKind, MessageHandler> handlers = new EnumMap<>(MessageKind.class);
    allHandlers.forEach(handler -> handlers.put(handler.kind(), handler));
    Parts parts =
        new Parts(ledger, wakeUp, clock, threads, tracer, () -> new BridgeDataSource().unpooled());
    engine = new OutboxEngine(parts, handlers, Capacity.USUAL);
    engine.start();
  }

  @PreDestroy
  void stop() {
    if (engine != null) {
      engine.stop(DRAIN);
    }
  }
}
