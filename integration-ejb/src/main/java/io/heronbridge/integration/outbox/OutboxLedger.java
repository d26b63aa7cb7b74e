package io.heronbridge.integration.outbox;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.metrics.BridgeMetrics;
import io.heronbridge.persistence.outbox.Attempt;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.OutboxMessage;
import io.heronbridge.persistence.outbox.OutboxMessages;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The dispatcher's book-keeping: claiming before the call, recording after it, each on its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxLedger {
  /** After so long without a sign of life, a node's messages are anyone's. */
  static final Duration LEASE = Duration.ofSeconds(25);

  private static final System.Logger LOG = System.getLogger(OutboxLedger.class.getName());

  @Inject OutboxMessages messages;
  @Inject NodeId node;
  @Inject Clock clock;
  @Inject BridgeMetrics metrics;

  public List<Lease> claim(OutboxMessages.Wish wish) throws SQLException {
    return messages.claim(node.value(), wish, LEASE);
  }

  public void renew(Collection<UUID> underWay) throws SQLException {
    messages.renew(node.value(), underWay, LEASE);
  }

  public void release() throws SQLException {
    messages.release(node.value());
  }

  /**
   * Records deliveries, all or none; whoever lost their lease meanwhile is shown but not believed.
   */
  public void record(List<Finished> batch) {
    batch.stream()
        // As PostgreSQL orders them; Java's own order of UUIDs is another.
        .sorted(Comparator.comparing(finished -> finished.lease().messageId().toString()))
        .forEach(this::record);
  }

  private void record(Finished finished) {
    Optional<OutboxMessage> found = messages.findForChange(finished.lease().messageId());
    if (found.isEmpty()) {
      return;
    }
    OutboxMessage message = found.get();
    if (!message.isLeasedUnder(finished.lease().claimNumber())) {
      discard(message, finished);
      return;
    }
    Optional<Delivery.Call> call = finished.delivery().call();
    if (call.filter(Delivery.Call::counts).isPresent()) {
      message.countAttempt();
    }
    Optional<Attempt> attempt = call.map(made -> attempt(message, finished, made));
    String next = finished.delivery().settlement().settle(message, clock.instant());
    attempt.ifPresent(
        entry -> {
          Delivery.Call made = call.orElseThrow();
          entry.ended(made.outcome(), made.httpStatus(), made.detail(), next);
          messages.add(entry);
        });
    call.ifPresent(made -> report(message, finished, made));
  }

  private Attempt attempt(OutboxMessage message, Finished finished, Delivery.Call call) {
    return new Attempt(message, node.value(), finished.startedAt(), finished.duration());
  }

  private void discard(OutboxMessage message, Finished finished) {
    finished
        .delivery()
        .call()
        .ifPresent(
            call -> {
              Attempt late =
                  new Attempt(message, node.value(), finished.startedAt(), finished.duration());
              late.ended(
                  AttemptOutcome.ABANDONED,
                  call.httpStatus(),
                  "This result (" + call.outcome() + ") came after the lease had ended.",
                  "Discarded: the message had been taken over or cancelled.");
              messages.add(late);
            });
    LOG.log(INFO, () -> "stale result discarded message=%s".formatted(message.id()));
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
