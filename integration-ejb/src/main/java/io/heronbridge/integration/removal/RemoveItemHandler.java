package io.heronbridge.integration.removal;

import io.heronbridge.integration.attempt.PlaidAttempts;
import io.heronbridge.integration.attempt.PlaidAttempts.Ends;
import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.MessageHandler;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Removes an item at Plaid when the call that asked for it could not. Asking twice does no harm.
 */
@ApplicationScoped
class RemoveItemHandler implements MessageHandler {
  @Inject RemovalDesk desk;
  @Inject PlaidClient plaid;
  @Inject PlaidAttempts attempts;
  @Inject Aftermath aftermath;

  @Override
  public MessageKind kind() {
    return MessageKind.REMOVE_ITEM;
  }

  @Override
  public CompletableFuture<Delivery> deliver(Lease lease) {
    Optional<RemovalDesk.Order> order = desk.prepare(lease.subject());
    return order.isEmpty()
        ? CompletableFuture.completedFuture(Delivery.nothingToDo())
        : attempts.make(
            () -> plaid.removeItem(order.get().target(), order.get().accessToken()),
            "Plaid has removed the item.",
            endsOf(lease.subject()));
  }

  @Override
  public Delivery giveUp(Lease lease, String reason) {
    return attempts.giveUp(reason, endsOf(lease.subject()));
  }

  private Ends endsOf(UUID item) {
    return new Ends() {
      @Override
      public String done(Instant now) {
        aftermath.ofRemoval(item);
        return "Disconnected.";
      }

      @Override
      public String failed(String code, String why, Instant now) {
        aftermath.ofRefusal(item, code, why);
        return "Failed: it stays connected until somebody asks again.";
      }
    };
  }
}
