package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.itemstate.ItemStates;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.item.Saying;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** An item's key for a call to Plaid, and what is written down after one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ItemDesk {
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject ItemStates states;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;
  @Inject SecretCipher cipher;
  @Inject Clock clock;

  /** What opens an item at Plaid. */
  public record Key(PlaidTarget target, Secret accessToken) {}

  /** The item's key; empty when it was removed already. */
  public Optional<Key> keyOf(ItemId id, Caller caller) {
    Item item = find(id, caller);
    return item.accessToken(cipher)
        .map(token -> new Key(PlaidTarget.of(item.integration(), cipher), token));
  }

  /** The item is gone at Plaid: nothing more is sent for it. */
  public void markRemoved(ItemId id, Caller caller) {
    Item item = findForChange(id, caller);
    if (item.isRemoved()) {
      return;
    }
    item.remove(clock.instant());
    links.idOf(item).ifPresent(this::cancelLink);
    audit.record(caller.name(), "item.remove", "item:" + id);
  }

  /** The message first, then the link: as everybody locks them. */
  private void cancelLink(UUID link) {
    outbox.cancel(MessageKind.CREATE_LINK, link);
    links.findForChange(link).ifPresent(IntegrationLink::cancel);
  }

  /** Update mode ended well: the end user has mended the login. */
  public void markRepaired(ItemId id, Caller caller) {
    states.tell(findForChange(id, caller), Saying.of(ItemEventKind.LOGIN_REPAIRED), caller.name());
    audit.record(caller.name(), "item.repair", "item:" + id);
  }

  /** Locks before anything is read: what was read earlier would be written back stale. */
  private Item findForChange(ItemId id, Caller caller) {
    return items
        .findForChange(id)
        .filter(found -> caller.mayUse(found.integration().id()))
        .orElseThrow(() -> new NotFoundException("item " + id));
  }

  private Item find(ItemId id, Caller caller) {
    return items
        .find(id)
        .filter(found -> caller.mayUse(found.integration().id()))
        .orElseThrow(() -> new NotFoundException("item " + id));
  }
}
