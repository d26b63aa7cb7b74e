package io.heronbridge.integration.guide;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.item.LinkView;
import io.heronbridge.integration.link.LinkSessionView;
import io.heronbridge.persistence.exchange.PublicTokenClaim;
import io.heronbridge.persistence.webhook.WebhookStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What a test connection has left in the database so far.
 *
 * @param relayed whether Plaid's webhooks pass us
 * @param connectedBefore a bank that the end user has there already
 */
record Findings(
    LinkSessionView session,
    Optional<PublicTokenClaim> claim,
    Optional<ItemView> item,
    Optional<LinkView> link,
    Optional<Webhook> webhook,
    boolean relayed,
    Optional<ItemView> connectedBefore) {

  /** The webhook about the item that came furthest. */
  record Webhook(WebhookStatus status, Optional<String> reason, Optional<Instant> deliveredAt) {}
}
