package io.heronbridge.integration.outbox;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.heron.HeronPermits;
import io.heronbridge.integration.heron.HeronTarget.Budget;
import io.heronbridge.integration.metrics.BridgeMetrics;
import io.heronbridge.integration.trace.CurrentTrace;
import io.heronbridge.persistence.integration.HeronBreakers;
import io.heronbridge.persistence.integration.HeronBudgets.Taken;
import io.heronbridge.persistence.outbox.Attempt;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.OutboxMessage;
import io.heronbridge.persistence.outbox.OutboxMessages;
import io.heronbridge.persistence.outbox.OutboxQueues;
import io.heronbridge.persistence.outbox.Queue;
import io.heronbridge.persistence.outbox.QueueHead;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The dispatcher's book-keeping: claiming before the call, recording after it, each on its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxLedger {
  /** After so long without a sign of life, a node's messages are anyone's. */
  static final Duration LEASE = Duration.ofSeconds(25);

  /** A probe whose node died is made by another. */
  private static final Duration PROBE = LEASE.plusSeconds(5);

  private static final System.Logger LOG = System.getLogger(OutboxLedger.class.getName());

  @Inject OutboxQueues queues;
  @Inject OutboxMessages messages;
  @Inject HeronBreakers breakers;
  @Inject HeronHealth health;
  @Inject HeronPermits permits;
  @Inject NodeId node;
  @Inject Clock clock;
  @Inject BridgeMetrics metrics;

  /** Made by the container, which fills it. */
  public OutboxLedger() {}

  /** What a ledger keeps its books with. */
  public record Books(
      OutboxQueues queues,
      OutboxMessages messages,
      HeronBreakers breakers,
      HeronHealth health,
      HeronPermits permits,
      BridgeMetrics metrics) {}

  /** Without a container: the caller brings the transactions. */
  public OutboxLedger(Books books, NodeId node, Clock clock) {
    this.queues = books.queues();
    this.messages = books.messages();
    this.breakers = books.breakers();
    this.health = books.health();
    this.permits = books.permits();
    this.metrics = books.metrics();
    this.node = node;
    this.clock = clock;
  }

  /** This node's name. */
  public String node() {
    return node.value();
  }

  public List<QueueHead> heads() throws SQLException {
    return queues.heads();
  }

  public List<Lease> claim(List<Queue> from, int each) throws SQLException {
    return queues.claim(node.value(), from, each, LEASE);
  }

  /** Takes up to so many permits for the calls of a queue's messages. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Taken takePermits(QueueHead head, int most) {
    return permits.takeUpTo(most, budget(head));
  }

  /** Permits that were taken for messages which were not there. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void giveBack(QueueHead head, int unused) {
    boolean isLimited = head.requestsPerMinute() > 0;
    if (unused > 0 && isLimited && head.queue().priority().needsHeronsKey()) {
      permits.giveBack(budget(head), unused);
    }
  }

  private static Budget budget(QueueHead head) {
    return new Budget(head.budget(), head.requestsPerMinute());
  }

  public void probeUnused(UUID integration) throws SQLException {
    breakers.probeUnused(integration);
  }

  public boolean mayProbe(UUID integration) throws SQLException {
    return breakers.mayProbe(integration, PROBE);
  }

  /** Tells which of the leases this node still has; those last from now. */
  public Set<UUID> renew(Collection<UUID> underWay) throws SQLException {
    return queues.renew(node.value(), underWay, LEASE);
  }

  public void release(Collection<UUID> begun) throws SQLException {
    queues.release(node.value(), begun);
  }

  public void tellOthers(String channel) throws SQLException {
    queues.notifyNodes(channel, node.value());
  }

  /**
   * Records deliveries, all or none; whoever lost their lease meanwhile is shown but not believed.
   */
  public void record(List<Finished> batch) throws SQLException {
    List<UUID> ids = batch.stream().map(finished -> finished.lease().messageId()).toList();
    Map<UUID, OutboxMessage> here =
        messages.findForChange(ids).stream()
            .collect(Collectors.toMap(OutboxMessage::id, Function.identity()));
    for (Finished finished : batch) {
      Optional<OutboxMessage> message =
          Optional.ofNullable(here.get(finished.lease().messageId()))
              .filter(found -> found.isLeasedUnder(finished.lease().claimNumber()));
      CurrentTrace.at(
          finished.place().orElse(null),
          () -> message.ifPresentOrElse(found -> record(found, finished), () -> discard(finished)));
    }
    messages.leave(here.values().stream().filter(OutboxMessage::isFinished).toList());
    health.learnFrom(batch);
  }

  private void record(OutboxMessage message, Finished finished) {
    Optional<Delivery.Call> call = finished.delivery().call();
    if (call.filter(Delivery.Call::counts).isPresent()) {
      message.countAttempt();
    }
    int number = message.attempts();
    String next = finished.delivery().settlement().settle(message, clock.instant());
    call.ifPresent(
        made -> {
          Attempt attempt = attempt(finished, number);
          attempt.ended(made.outcome(), made.httpStatus(), made.detail(), next);
          messages.add(attempt);
          report(message, finished, made);
        });
  }

  private Attempt attempt(Finished finished, int number) {
    return new Attempt(
        finished.lease(), number, node.value(), finished.startedAt(), finished.duration());
  }

  private void discard(Finished finished) {
    Lease lease = finished.lease();
    finished
        .delivery()
        .call()
        .ifPresent(
            call -> {
              Attempt late = attempt(finished, lease.attempts() + 1);
              late.ended(
                  AttemptOutcome.ABANDONED,
                  call.httpStatus(),
                  "This result (" + call.outcome() + ") came after the lease had ended.",
                  "Discarded: the message had been taken over or cancelled.");
              messages.add(late);
              metrics.attempted(
                  lease.kind().name(), AttemptOutcome.ABANDONED.name(), finished.duration());
            });
    LOG.log(INFO, () -> "stale result discarded message=%s".formatted(lease.messageId()));
  }

  private void report(OutboxMessage message, Finished finished, Delivery.Call call) {
    metrics.attempted(message.kind().name(), call.outcome().name(), finished.duration());
    LOG.log(
        INFO,
        () ->
            "attempt kind=%s subject=%s outcome=%s status=%s state=%s attempts=%d"
                .formatted(
                    message.kind(),
                    message.subject(),
                    call.outcome(),
                    call.httpStatus(),
                    message.state(),
                    message.attempts()));
  }
}
