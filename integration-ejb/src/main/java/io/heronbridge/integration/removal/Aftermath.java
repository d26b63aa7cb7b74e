package io.heronbridge.integration.removal;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.integrationlink.HeldWebhooks;
import io.heronbridge.integration.itemstate.ItemStates;
import io.heronbridge.integration.lenderevent.LenderNews;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.item.Saying;
import io.heronbridge.persistence.item.WebhookMoveStatus;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** What a removal's end means here; in the transaction of whoever learnt of it. */
@Dependent
class Aftermath {
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject LastBank lastBank;
  @Inject HeldWebhooks held;
  @Inject ReceivedWebhooks webhooks;
  @Inject ItemStates states;
  @Inject Outbox outbox;
  @Inject LenderNews news;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** The item is gone at Plaid: nothing more is sent for it. Doing it twice changes nothing. */
  void ofRemoval(UUID itemRow) {
    Item item = items.findForChange(itemRow).orElseThrow();
    if (item.isRemoved()) {
      return;
    }
    String actor = item.removalRequestedBy().orElse("plaid");
    item.remove(clock.instant());
    states.tell(item, Saying.of(ItemEventKind.REMOVED), actor);
    links.idOf(item).ifPresent(link -> stop(link, item));
    audit.record(actor, "item.remove", "item:" + item.itemId());
    news.removed(item);
  }

  /** The message first, then the link: as everybody locks them. */
  private void stop(UUID linkId, Item item) {
    outbox.cancel(MessageKind.CREATE_LINK, linkId);
    outbox.cancel(MessageKind.REFRESH_LINK, linkId);
    outbox.cancel(MessageKind.MOVE_WEBHOOK, item.id());
    IntegrationLink link = links.findForChange(linkId).orElseThrow();
    link.cancel();
    held.keepBack(item, "The bank was disconnected before it could be relayed.");
    endWhatWaits(item);
    // Also one that is to be submitted again: Heron got it before.
    if (link.linkedAt().isPresent() && lastBank.is(link)) {
      outbox.wish(MessageKind.DISABLE_LINKS, linkId, link.integration().id());
    }
  }

  /** What Heron or Plaid were asked for, and nobody will hear of any more. */
  private void endWhatWaits(Item item) {
    webhooks
        .awaitingRefresh(item.itemId().value())
        .forEach(
            webhook -> webhook.fail("The bank was disconnected before Heron pulled the data."));
    items
        .webhookMove(item.id())
        .filter(move -> move.status() == WebhookMoveStatus.PENDING)
        .ifPresent(move -> move.fail("The bank was disconnected.", clock.instant()));
  }

  /** Plaid would not remove it: it stays as it is, and the story says so. */
  void ofRefusal(UUID itemRow, String code, String message) {
    Item item = items.findForChange(itemRow).orElseThrow();
    if (item.removalRequestedAt().isEmpty()) {
      return;
    }
    item.keepAfterAll();
    states.tell(item, Saying.of(ItemEventKind.REMOVAL_REFUSED, code, message), "plaid");
  }
}
