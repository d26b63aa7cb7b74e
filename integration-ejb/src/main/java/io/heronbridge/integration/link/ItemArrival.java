package io.heronbridge.integration.link;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.itemstate.ItemStates;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.webhookmove.WebhookMoving;
import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Bank;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.item.Saying;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.OutboxMessage;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Takes in an item that was connected elsewhere: the item, its link and what is promised of them,
 * in the caller's transaction. The caller has made sure that we do not have it.
 */
@Dependent
public class ItemArrival {
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject ItemStates states;
  @Inject Outbox outbox;
  @Inject WebhookMoving webhooks;
  @Inject AuditTrail audit;
  @Inject SecretCipher cipher;
  @Inject Clock clock;

  /** An item, whose it is, and its key. */
  public record Newcomer(
      Integration integration, EndUser endUser, ItemId itemId, Secret accessToken) {}

  /**
   * @param actor as the audit trail names them
   * @param movesWebhook whether Plaid is to send its webhooks where the integration wants them
   * @param isBulk one of many, for which nobody waits
   */
  public record Manner(String actor, boolean movesWebhook, boolean isBulk) {}

  public IntegrationLink take(Newcomer newcomer, Manner manner) {
    Instant now = clock.instant();
    Item item =
        new Item(
            newcomer.itemId(), newcomer.integration(), newcomer.endUser(), Bank.unknown(), now);
    item.keepAccessToken(cipher, newcomer.accessToken());
    items.add(item);
    states.tell(item, Saying.of(ItemEventKind.BROUGHT_IN), manner.actor());
    states.catchUp(item);
    IntegrationLink link = new IntegrationLink(item, now);
    links.add(link);
    OutboxMessage message =
        outbox.append(MessageKind.CREATE_LINK, link.id(), newcomer.integration().id());
    if (manner.isBulk()) {
      message.giveWay();
    }
    if (manner.movesWebhook()) {
      webhooks.ask(item, manner.isBulk());
    }
    audit.record(manner.actor(), "item.adopt", "item:" + newcomer.itemId());
    return link;
  }
}
