package io.heronbridge.integration.removal;

import static io.heronbridge.persistence.outbox.AttemptOutcome.ABANDONED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.CONNECTION;
import static io.heronbridge.persistence.outbox.AttemptOutcome.DELIVERED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.RATE_LIMITED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.REFUSED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.SERVER_ERROR;
import static io.heronbridge.persistence.outbox.AttemptOutcome.UNAUTHORISED;

import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.Delivery.Call;
import io.heronbridge.integration.outbox.MessageHandler;
import io.heronbridge.integration.outbox.Retries;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.integration.plaid.PlaidException;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Removes an item at Plaid when the call that asked for it could not. Asking twice does no harm.
 */
@ApplicationScoped
class RemoveItemHandler implements MessageHandler {
  @Resource private ManagedExecutorService threads;

  @Inject RemovalDesk desk;
  @Inject PlaidClient plaid;
  @Inject Aftermath aftermath;
  @Inject Retries retries;

  @Override
  public MessageKind kind() {
    return MessageKind.REMOVE_ITEM;
  }

  @Override
  public CompletableFuture<Delivery> deliver(Lease lease) {
    Optional<RemovalDesk.Order> order = desk.prepare(lease.subject());
    if (order.isEmpty()) {
      return CompletableFuture.completedFuture(Delivery.nothingToDo());
    }
    // plaid-java blocks, and the outbox's own threads are few.
    return CompletableFuture.supplyAsync(() -> remove(lease, order.get()), threads);
  }

  private Delivery remove(Lease lease, RemovalDesk.Order order) {
    try {
      plaid.removeItem(order.target(), order.accessToken());
    } catch (PlaidException e) {
      return notRemoved(lease, e);
    }
    return Delivery.ofCall(
        new Call(DELIVERED, null, "Plaid has removed the item.", true),
        (message, now) -> {
          aftermath.ofRemoval(lease.subject());
          message.complete(now);
          return "Disconnected.";
        });
  }

  private Delivery notRemoved(Lease lease, PlaidException e) {
    return switch (e.kind()) {
      case REFUSED -> refused(lease, new Call(REFUSED, null, e.getMessage(), true), e);
      case KEYS_REFUSED -> again(lease, new Call(UNAUTHORISED, null, e.getMessage(), true), e);
      case LIMITED -> again(lease, new Call(RATE_LIMITED, null, e.getMessage(), true), e);
      case DOWN -> again(lease, new Call(SERVER_ERROR, null, e.getMessage(), true), e);
      case NOT_FOUND, UNREACHABLE, UNKNOWN ->
          again(lease, new Call(CONNECTION, null, e.getMessage(), true), e);
    };
  }

  private Delivery refused(Lease lease, Call call, PlaidException e) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          aftermath.ofRefusal(lease.subject(), code(e), call.detail());
          message.bury(now);
          return "Plaid refuses to disconnect it: it stays connected until somebody asks again.";
        });
  }

  private Delivery again(Lease lease, Call call, PlaidException e) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          Optional<Duration> wait = retries.again(message, now);
          if (wait.isPresent()) {
            return "Next attempt in %d s.".formatted(wait.get().toSeconds());
          }
          aftermath.ofRefusal(lease.subject(), code(e), call.detail());
          return "All attempts are used up: it stays connected until somebody asks again.";
        });
  }

  private static String code(PlaidException e) {
    return e.errorCode().orElse(e.kind().name());
  }

  @Override
  public Delivery giveUp(Lease lease, String reason) {
    AttemptOutcome outcome = ABANDONED;
    return Delivery.ofCall(
        new Call(outcome, null, reason, false),
        (message, now) -> {
          aftermath.ofRefusal(lease.subject(), outcome.name(), reason);
          message.bury(now);
          return "It stays connected until somebody asks again.";
        });
  }
}
