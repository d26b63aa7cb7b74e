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
import java.util.UUID;

/** The door to webhook moves; everything happens in the caller's transaction. */
@Dependent
public class WebhookMoving {
  @Inject Items items;
  @Inject Outbox outbox;
  @Inject Clock clock;

  /**
   * Promises to have the item's webhook moved, unless that is done or under way.
   *
   * @param isBulk whether it may wait for everything else
   */
  public void ask(Item item, boolean isBulk) {
    if (item.isRemoved()) {
      return;
    }
    UUID integration = item.integration().id();
    Optional<WebhookMove> known = items.webhookMove(item.id());
    if (known.isEmpty()) {
      items.add(new WebhookMove(item, clock.instant()));
      OutboxMessage message = outbox.append(MessageKind.MOVE_WEBHOOK, item.id(), integration);
      if (isBulk) {
        message.giveWay();
      }
    } else if (known.get().status() == WebhookMoveStatus.FAILED) {
      outbox.wish(MessageKind.MOVE_WEBHOOK, item.id(), integration);
      known.get().again(clock.instant());
    }
  }
}
