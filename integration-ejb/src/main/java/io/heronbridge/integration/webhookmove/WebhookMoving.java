package io.heronbridge.integration.webhookmove;

import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.item.WebhookMove;
import io.heronbridge.persistence.item.WebhookMoveStatus;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.OutboxMessage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** The door to webhook moves; everything happens in the caller's transaction. */
@Dependent
public class WebhookMoving {
  @Inject Items items;
  @Inject Outbox outbox;
  @Inject Clock clock;

  /**
   * Promises to have the item's webhook moved, unless that is under way. What was moved is moved
   * again: the address wanted may be another one by now.
   *
   * @param isBulk whether it may wait for everything else
   */
  public void ask(Item item, boolean isBulk) {
    if (item.isRemoved()) {
      return;
    }
    Optional<WebhookMove> known = items.webhookMove(item.id());
    if (known.filter(move -> move.status() == WebhookMoveStatus.PENDING).isPresent()) {
      return;
    }
    OutboxMessage message =
        outbox.wish(MessageKind.MOVE_WEBHOOK, item.id(), item.integration().id());
    if (isBulk) {
      message.giveWay();
    }
    known.ifPresentOrElse(
        move -> move.again(clock.instant()),
        () -> items.add(new WebhookMove(item, clock.instant())));
  }
}
