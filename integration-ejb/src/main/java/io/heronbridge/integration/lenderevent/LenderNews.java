package io.heronbridge.integration.lenderevent;

import static io.heronbridge.persistence.lenderevent.LenderEventType.ITEM_LOGIN_REQUIRED;
import static io.heronbridge.persistence.lenderevent.LenderEventType.ITEM_REMOVED;
import static io.heronbridge.persistence.lenderevent.LenderEventType.LINK_FAILED;
import static io.heronbridge.persistence.lenderevent.LenderEventType.LINK_LINKED;

import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.lenderevent.LenderEvent;
import io.heronbridge.persistence.lenderevent.LenderEventType;
import io.heronbridge.persistence.lenderevent.LenderEvents;
import io.heronbridge.persistence.outbox.MessageKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * The door for whatever a lender's backend may want to hear of. Called in the transaction of what
 * has happened, after it has: both are committed, or neither.
 */
@Dependent
public class LenderNews {
  @Inject LenderEvents events;
  @Inject Outbox outbox;
  @Inject Clock clock;

  /** Heron has the link. */
  public void linked(IntegrationLink link) {
    tell(LINK_LINKED, link.item(), () -> link(LINK_LINKED, link, null));
  }

  /** The link will not be tried again unless a person asks. */
  public void failed(IntegrationLink link) {
    String reason = link.lastError().map(error -> error.message()).orElse(null);
    tell(LINK_FAILED, link.item(), () -> link(LINK_FAILED, link, reason));
  }

  private String link(LenderEventType type, IntegrationLink link, String reason) {
    return EventBody.ofLink(type, link, reason, clock.instant());
  }

  /** The end user must sign in at the bank again. */
  public void loginRequired(Item item) {
    String reason = item.errorCode().orElse(null);
    tell(
        ITEM_LOGIN_REQUIRED,
        item,
        () -> EventBody.ofItem(ITEM_LOGIN_REQUIRED, item, reason, clock.instant()));
  }

  /** The item is gone at Plaid. */
  public void removed(Item item) {
    tell(ITEM_REMOVED, item, () -> EventBody.ofItem(ITEM_REMOVED, item, null, clock.instant()));
  }

  private void tell(LenderEventType type, Item item, Supplier<String> body) {
    Integration integration = item.integration();
    if (integration.events().filter(endpoint -> endpoint.keeps(type)).isEmpty()) {
      return;
    }
    LenderEvent event = new LenderEvent(integration.id(), type, body.get(), clock.instant());
    event.isAbout(item.itemId().value(), item.endUser().id());
    promise(event);
  }

  /** Nothing has happened, but the lender wants to see an event. */
  LenderEvent test(Integration integration) {
    String body = EventBody.ofTest(integration.id(), clock.instant());
    LenderEvent event =
        new LenderEvent(integration.id(), LenderEventType.TEST, body, clock.instant());
    promise(event);
    return event;
  }

  private void promise(LenderEvent event) {
    events.add(event);
    outbox.append(MessageKind.TELL_LENDER, event.id(), event.integration());
  }
}
