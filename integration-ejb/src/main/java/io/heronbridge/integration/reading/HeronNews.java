package io.heronbridge.integration.reading;

import io.heronbridge.integration.itemstate.ItemStates;
import io.heronbridge.persistence.integrationlink.HeronsView;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.Saying;
import io.heronbridge.persistence.webhook.ReceivedWebhook;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Takes over what Heron says of a link. The link must be locked by the caller's transaction. */
@Dependent
public class HeronNews {
  /** What is put down in the item's history as where it was said. */
  static final String SOURCE = "reading";

  @Inject ItemStates states;
  @Inject ReceivedWebhooks webhooks;

  /** Keeps Heron's word, notes a new status, and lets webhooks be made good by Heron's pull. */
  public void heed(IntegrationLink link, HeronsView view, Instant now) {
    if (link.observe(view, now)) {
      states.tell(
          link.item(),
          Saying.of(ItemEventKind.HERON_STATUS, view.status(), view.statusMessage()),
          SOURCE,
          now);
    }
    heal(link, view);
  }

  /** Webhooks older than Heron's latest pull are made good by it. */
  private void heal(IntegrationLink link, HeronsView view) {
    if (view.lastSuccessfulSync() != null) {
      waiting(link).stream()
          .filter(webhook -> !wholeSecond(webhook.receivedAt()).isAfter(view.lastSuccessfulSync()))
          .forEach(ReceivedWebhook::refreshed);
    }
  }

  /** Heron may tell its times in whole seconds. */
  private static Instant wholeSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The link's webhooks that wait for Heron to have pulled the data. */
  List<ReceivedWebhook> waiting(IntegrationLink link) {
    return webhooks.awaitingRefresh(link.item().itemId().value());
  }
}
