package io.heronbridge.integration.relay;

import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import io.heronbridge.persistence.webhook.WebhookAnswers;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Adds to the stored counts of webhooks. */
@Stateless
public class TallyDesk {
  @Inject ReceivedWebhooks webhooks;
  @Inject WebhookAnswers answers;
  @Inject Clock clock;

  public void add(WebhookTally.Refused refused, long count) {
    webhooks.countRefused(refused.integration(), refused.reason().name(), count, clock.instant());
  }

  public void add(WebhookTally.Answered answered, long count) {
    answers.add(answered.integration(), answered.hour(), answered.accepted(), count);
  }
}
