package io.heronbridge.integration.reading;

import io.heronbridge.integration.itemstate.ItemStates;
import io.heronbridge.integration.itemstate.PlaidErrors;
import io.heronbridge.integration.plaid.ItemReading;
import io.heronbridge.persistence.integration.WebhookDelivery;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemEvent;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.ItemEvents;
import io.heronbridge.persistence.item.ItemHealth;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.item.Saying;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what Plaid said of an item when it was asked; only what is new is told. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PlaidRecords {
  @Inject Items items;
  @Inject ItemEvents events;
  @Inject ItemStates states;
  @Inject Clock clock;

  /**
   * Empty when it was believed; otherwise when Plaid is to be asked again.
   *
   * @param askedAt a webhook that was signed later outdoes it
   */
  public Optional<Duration> found(ItemId id, ItemReading reading, Instant askedAt) {
    Saying saying =
        reading
            .trouble()
            .map(trouble -> PlaidErrors.saying(trouble.code(), trouble.message()))
            .orElse(Saying.of(ItemEventKind.FOUND_WELL));
    Optional<Item> found = connected(id);
    Optional<Duration> again = found.flatMap(item -> doubt(item, saying, askedAt));
    if (found.isPresent() && again.isEmpty()) {
      found.get().wasRead(reading.webhook().orElse(null), clock.instant());
      tellNews(found.get(), saying, askedAt);
    }
    return again;
  }

  /** Where nobody else tells us, Plaid's answer is all there is. */
  private Optional<Duration> doubt(Item item, Saying saying, Instant askedAt) {
    return saying.kind() == ItemEventKind.FOUND_WELL
            && item.integration().webhookDelivery() == WebhookDelivery.RELAY
        ? Doubt.ofHealth(events.decisiveOf(item), askedAt)
        : Optional.empty();
  }

  /** Plaid refused to tell: that says something of the item too. */
  public void refused(ItemId id, String code, String message, Instant askedAt) {
    connected(id)
        .ifPresent(
            item -> {
              // Where its webhooks go is known only once Plaid has told it.
              if (item.plaidReadAt().isPresent()) {
                item.wasRead(item.plaidWebhook().orElse(null), clock.instant());
              }
              tellNews(item, PlaidErrors.saying(code, message), askedAt);
            });
  }

  private Optional<Item> connected(ItemId id) {
    return items.findForChange(id).filter(item -> !item.isRemoved());
  }

  private void tellNews(Item item, Saying saying, Instant askedAt) {
    // Plaid signs in whole seconds: a webhook of the same second may be the later one.
    Instant toldAt = askedAt.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
    if (isNews(item, new ItemEvent(item.id(), saying, HeronNews.SOURCE, toldAt))) {
      states.tell(item, saying, HeronNews.SOURCE, toldAt);
    }
  }

  private boolean isNews(Item item, ItemEvent event) {
    if (!ItemHealth.DECISIVE.contains(event.kind())) {
      return events
          .latest(item, event.kind())
          .filter(last -> last.code().equals(event.code()))
          .isEmpty();
    }
    List<ItemEvent> told = events.decisiveOf(item);
    List<ItemEvent> withIt = new ArrayList<>(told);
    long before = told.stream().filter(each -> !each.toldAt().isAfter(event.toldAt())).count();
    withIt.add((int) before, event);
    return !ItemHealth.after(withIt).equals(ItemHealth.after(told));
  }
}
