package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.item.Views;
import io.heronbridge.integration.itemstate.ItemStates;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.enduser.EndUsers;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Bank;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.item.Saying;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Brings in items that the lender connected before there was a bridge. */
@Stateless
public class ItemAdoption {
  @Inject Integrations integrations;
  @Inject EndUsers endUsers;
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject ReceivedWebhooks webhooks;
  @Inject ItemStates states;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;
  @Inject SecretCipher cipher;
  @Inject Clock clock;

  /** An item that exists at Plaid, and its key. */
  public record Foundling(
      UUID integrationId,
      EndUserId endUserId,
      Optional<String> endUserName,
      ItemId itemId,
      Secret accessToken) {}

  /**
   * @param isNew false when we had it already and nothing was changed
   */
  public record Adopted(ItemView item, boolean isNew) {}

  /**
   * @throws ConflictException when the item is another end user's
   */
  public Adopted adopt(Foundling foundling, Caller caller) {
    Integration integration =
        integrations
            .find(foundling.integrationId())
            .filter(found -> caller.mayUse(found.id()))
            .orElseThrow(() -> new NotFoundException("integration " + foundling.integrationId()));
    Instant now = clock.instant();
    EndUser endUser = endUsers.findOrCreate(foundling.endUserId(), foundling.endUserName(), now);
    // Two requests with the same item take turns, so that the second sees what the first stored.
    webhooks.serialise(foundling.itemId().value());
    Optional<Item> known = items.find(foundling.itemId());
    if (known.isPresent()) {
      return new Adopted(known(known.get(), endUser, integration), false);
    }
    Item item = new Item(foundling.itemId(), integration, endUser, Bank.unknown(), now);
    item.keepAccessToken(cipher, foundling.accessToken());
    items.add(item);
    states.tell(item, Saying.of(ItemEventKind.BROUGHT_IN), caller.name());
    states.catchUp(item);
    IntegrationLink link = new IntegrationLink(item, now);
    links.add(link);
    outbox.append(MessageKind.CREATE_LINK, link.id(), integration.id());
    audit.record(caller.name(), "item.adopt", "item:" + foundling.itemId());
    return new Adopted(Views.of(link), true);
  }

  private ItemView known(Item item, EndUser endUser, Integration integration) {
    boolean same =
        item.endUser().id().equals(endUser.id())
            && item.integration().id().equals(integration.id());
    if (!same) {
      throw new ConflictException(
          "The item belongs to another end user or integration; it is not moved.");
    }
    return links.of(item).map(Views::of).orElseThrow();
  }
}
