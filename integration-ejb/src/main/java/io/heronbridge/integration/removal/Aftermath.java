package io.heronbridge.integration.removal;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.itemstate.ItemStates;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.item.Saying;
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
  @Inject ReceivedWebhooks webhooks;
  @Inject ItemStates states;
  @Inject Outbox outbox;
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
  }

  /** The message first, then the link: as everybody locks them. */
  private void stop(UUID linkId, Item item) {
    outbox.cancel(MessageKind.CREATE_LINK, linkId);
    IntegrationLink link = links.findForChange(linkId).orElseThrow();
    link.cancel();
    cancelRelays(item);
    if (link.status() == IntegrationLinkStatus.LINKED && lastBank.is(link)) {
      outbox.wish(MessageKind.DISABLE_LINKS, linkId, link.integration().id());
    }
  }

  private void cancelRelays(Item item) {
    String lane = Outbox.lane(item.integration().id(), item.itemId().value());
    for (UUID webhook : outbox.cancelWaitingIn(lane)) {
      webhooks
          .find(webhook)
          .ifPresent(
              found ->
                  found.keepToOurselves("The bank was disconnected before it could be relayed."));
    }
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
