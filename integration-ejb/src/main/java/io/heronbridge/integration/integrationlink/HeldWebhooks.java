package io.heronbridge.integration.integrationlink;

import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** The webhooks of an item that wait until Heron has its link; in the caller's transaction. */
@Dependent
public class HeldWebhooks {
  @Inject ReceivedWebhooks webhooks;
  @Inject Outbox outbox;

  /** Heron has the link: they go. */
  void letGo(Item item) {
    webhooks.serialise(item.itemId().value());
    outbox.letGo(lane(item));
  }

  /** A person gave the link up: they stay here, also one that comes at this moment. */
  void giveUp(Item item, String why) {
    webhooks.serialise(item.itemId().value());
    keepBack(item, why);
  }

  /** Heron will not hear of the item, whose row the caller has locked: they stay here. */
  public void keepBack(Item item, String why) {
    for (UUID webhook : outbox.cancelWaitingIn(lane(item))) {
      webhooks.find(webhook).ifPresent(found -> found.keepToOurselves(why));
    }
  }

  private static String lane(Item item) {
    return Outbox.lane(item.integration().id(), item.itemId().value());
  }
}
