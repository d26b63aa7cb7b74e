package io.heronbridge.integration.removal;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.itemstate.ItemStates;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.item.Saying;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.MessageState;
import io.heronbridge.persistence.outbox.OutboxMessage;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The steps of a removal, each a short transaction. Everywhere the message is locked first. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RemovalDesk {
  /** So long the caller's own call has, before the outbox takes over. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  @Inject Items items;
  @Inject ItemStates states;
  @Inject Aftermath aftermath;
  @Inject Outbox outbox;
  @Inject SecretCipher cipher;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * What opens an item at Plaid, to remove it.
   *
   * @param underWay whether somebody had asked for it before
   */
  public record Order(UUID item, PlaidTarget target, Secret accessToken, boolean underWay) {}

  /** Makes the wish durable; empty when the item was removed already. */
  public Optional<Order> begin(ItemId id, Caller caller) {
    Items.Place place =
        items
            .placeOf(id)
            .filter(found -> caller.mayUse(found.integration()))
            .orElseThrow(() -> new NotFoundException("item " + id));
    Instant takeOver = clock.instant().plus(settings.attemptTimeout()).plus(MARGIN);
    OutboxMessage message = outbox.wish(MessageKind.REMOVE_ITEM, place.item(), place.integration());
    if (message.state() == MessageState.PENDING) {
      message.holdUntil(takeOver, "the call that asked for it");
    }
    Item item = items.findForChange(id).orElseThrow();
    if (item.isRemoved()) {
      outbox.cancel(MessageKind.REMOVE_ITEM, place.item());
      return Optional.empty();
    }
    boolean underWay = item.removalRequestedAt().isPresent();
    want(item, caller.name());
    return order(item, underWay);
  }

  /** Makes the wish durable in the caller's transaction, for the outbox to carry out. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void promise(ItemId id, String actor) {
    Items.Place place = items.placeOf(id).orElseThrow(() -> new NotFoundException("item " + id));
    outbox.wish(MessageKind.REMOVE_ITEM, place.item(), place.integration());
    items.findForChange(id).filter(item -> !item.isRemoved()).ifPresent(item -> want(item, actor));
  }

  private void want(Item item, String actor) {
    if (item.removalRequestedAt().isEmpty()) {
      item.requestRemoval(actor, clock.instant());
      states.tell(item, Saying.of(ItemEventKind.REMOVAL_REQUESTED), actor);
    }
  }

  /** What the outbox needs; empty when there is nothing left to do. */
  public Optional<Order> prepare(UUID itemRow) {
    return items
        .find(itemRow)
        .filter(item -> item.removalRequestedAt().isPresent())
        .flatMap(item -> order(item, true));
  }

  private Optional<Order> order(Item item, boolean underWay) {
    return item.accessToken(cipher)
        .map(
            token ->
                new Order(item.id(), PlaidTarget.of(item.integration(), cipher), token, underWay));
  }

  /** The item is gone at Plaid. */
  public void finish(UUID itemRow) {
    outbox.cancel(MessageKind.REMOVE_ITEM, itemRow);
    aftermath.ofRemoval(itemRow);
  }

  /** Plaid did not and will not remove it: it stays as it is. */
  public void giveUp(UUID itemRow, String code, String message) {
    outbox.cancel(MessageKind.REMOVE_ITEM, itemRow);
    aftermath.ofRefusal(itemRow, code, message);
  }

  /** Nobody knows whether Plaid has removed it: the outbox finds out soon. */
  public void hurry(UUID itemRow) {
    outbox.resend(MessageKind.REMOVE_ITEM, List.of(itemRow));
  }
}
