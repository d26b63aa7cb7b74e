package io.heronbridge.integration.itemstate;

import io.heronbridge.integration.lenderevent.LenderNews;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemEvent;
import io.heronbridge.persistence.item.ItemEvents;
import io.heronbridge.persistence.item.ItemHealth;
import io.heronbridge.persistence.item.ItemStatus;
import io.heronbridge.persistence.item.Saying;
import io.heronbridge.persistence.secret.SecretCipher;
import io.heronbridge.persistence.webhook.ReceivedWebhook;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Writes down what is said of items and lets their status follow. The item must be locked by the
 * caller's transaction.
 */
@Dependent
public class ItemStates {
  @Inject ItemEvents events;
  @Inject ReceivedWebhooks webhooks;
  @Inject LenderNews news;
  @Inject SecretCipher cipher;
  @Inject Clock clock;

  /**
   * @param source {@code webhook:id}, {@code reading}, or a person as the audit trail names them
   * @param toldAt when it was said, which may be long before now
   */
  public void tell(Item item, Saying saying, String source, Instant toldAt) {
    note(item, saying, source, toldAt);
    if (ItemHealth.DECISIVE.contains(saying.kind())) {
      settle(item);
    }
  }

  private void settle(Item item) {
    boolean wasAsked = item.status() == ItemStatus.LOGIN_REQUIRED;
    item.become(ItemHealth.after(events.decisiveOf(item)));
    if (item.status() == ItemStatus.LOGIN_REQUIRED && !wasAsked) {
      news.loginRequired(item);
    }
  }

  /** Writes down what happened just now. */
  public void tell(Item item, Saying saying, String source) {
    tell(item, saying, source, clock.instant());
  }

  /**
   * Takes up what webhooks said before the item was known here: all of it first, since what was
   * over before we knew of the item is no news to anybody.
   */
  public void catchUp(Item item) {
    boolean isDecisive = false;
    for (ReceivedWebhook webhook :
        webhooks.ofTypeItem(item.integration().id(), item.itemId().value())) {
      Optional<Saying> saying = WebhookNews.in(WebhookJson.of(webhook.body(cipher)));
      if (saying.isPresent()) {
        note(item, saying.get(), "webhook:" + webhook.id(), webhook.facts().signedAt());
        isDecisive |= ItemHealth.DECISIVE.contains(saying.get().kind());
      }
    }
    if (isDecisive) {
      settle(item);
    }
  }

  private void note(Item item, Saying saying, String source, Instant toldAt) {
    // Plaid signs in whole seconds; told more finely, our own events would outdo its later ones.
    Instant second = toldAt.truncatedTo(ChronoUnit.SECONDS);
    ItemEvent event = new ItemEvent(item.id(), saying, source, second);
    event.record(clock.instant());
    events.add(event);
  }
}
