package io.heronbridge.integration.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages of one integration and priority that are still to be delivered.
 *
 * @param priority relay, link, plaid, refresh, bulk_link or bulk_plaid
 * @param waiting how many, counted up to {@link QueueBoard#MOST_COUNTED}
 * @param dueIn until the first is due; negative since it is
 * @param heldBy for what they wait although they are due; empty when only for their turn
 */
public record QueueView(
    String priority,
    UUID integrationId,
    String integrationName,
    long waiting,
    Duration dueIn,
    Optional<String> heldBy) {}
