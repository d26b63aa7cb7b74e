package io.heronbridge.integration.webhookmove;

import io.heronbridge.integration.attempt.PlaidAttempts;
import io.heronbridge.integration.attempt.PlaidAttempts.Ends;
import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.MessageHandler;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.integration.webhookmove.MoveDesk.MoveWork;
import io.heronbridge.persistence.integrationlink.Drift;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Tells Plaid where an item's webhooks go. Telling it twice does no harm. */
@ApplicationScoped
class MoveWebhookHandler implements MessageHandler {
  @Inject MoveDesk desk;
  @Inject PlaidClient plaid;
  @Inject PlaidAttempts attempts;
  @Inject Items items;
  @Inject IntegrationLinks links;

  @Override
  public MessageKind kind() {
    return MessageKind.MOVE_WEBHOOK;
  }

  @Override
  public CompletableFuture<Delivery> deliver(Lease lease) {
    Optional<MoveWork> work = desk.prepare(lease.subject());
    return work.isEmpty()
        ? CompletableFuture.completedFuture(Delivery.nothingToDo())
        : attempts.make(
            () -> move(work.get()),
            "Plaid sends the item's webhooks to the new address.",
            endsOf(lease.subject()));
  }

  private void move(MoveWork work) {
    plaid.updateWebhook(work.target(), work.accessToken(), work.url());
  }

  @Override
  public Delivery giveUp(Lease lease, String reason) {
    return attempts.giveUp(reason, endsOf(lease.subject()));
  }

  private Ends endsOf(UUID item) {
    return new Ends() {
      @Override
      public String done(Instant now) {
        items.webhookMoveForChange(item).ifPresent(move -> move.moved(now));
        readWhatDrifted(item, now);
        return "Moved.";
      }

      @Override
      public String failed(String code, String why, Instant now) {
        items.webhookMoveForChange(item).ifPresent(move -> move.fail(why, now));
        return "Failed: Plaid sends the item's webhooks where it did before.";
      }
    };
  }

  /** Somebody repaired it: the next reading, at once, sees that it is well. */
  private void readWhatDrifted(UUID item, Instant now) {
    items
        .find(item)
        .flatMap(links::idOf)
        .flatMap(links::findForChange)
        .filter(link -> link.drift().equals(Optional.of(Drift.WEBHOOK_ELSEWHERE)))
        .ifPresent(link -> link.readNow(now));
  }
}
