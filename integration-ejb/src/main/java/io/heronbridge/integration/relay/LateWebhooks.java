package io.heronbridge.integration.relay;

import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.webhook.ReceivedWebhook;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** What is done for webhooks that can no longer be relayed: one refresh for each link. */
@Dependent
class LateWebhooks {
  @Inject Items items;
  @Inject IntegrationLinks links;
  @Inject Outbox outbox;

  /** Asks Heron to refresh the webhook's link; false when Heron has no such link. */
  boolean requestRefresh(ReceivedWebhook webhook, String why) {
    Optional<IntegrationLink> link =
        Optional.ofNullable(webhook.facts().itemId())
            .filter(id -> !id.isBlank())
            .flatMap(id -> items.find(new ItemId(id)))
            .filter(item -> !item.isRemoved())
            .filter(item -> item.integration().id().equals(webhook.integration()))
            .flatMap(links::of)
            .filter(found -> found.status() == IntegrationLinkStatus.LINKED);
    link.ifPresent(
        found -> {
          webhook.requestRefresh(why);
          outbox.gather(
              MessageKind.REFRESH_LINK,
              found.id(),
              found.integration().id(),
              "whether more webhooks of the bank come too late");
        });
    return link.isPresent();
  }
}
