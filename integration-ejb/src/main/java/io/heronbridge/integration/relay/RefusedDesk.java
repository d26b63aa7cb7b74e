package io.heronbridge.integration.relay;

import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Adds to the stored counts of refused webhooks. */
@Stateless
public class RefusedDesk {
  @Inject ReceivedWebhooks webhooks;
  @Inject Clock clock;

  public void add(RefusedTally.Entry entry, long count) {
    webhooks.countRefused(entry.integration(), entry.reason().name(), count, clock.instant());
  }
}
