package io.heronbridge.integration.lenderevent;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event for a lender's backend as it may be shown.
 *
 * @param webhookId what the backend knows it by
 * @param status pending, delivered, failed or cancelled
 * @param reason why it is not delivered
 * @param body the JSON that is sent
 */
public record EventView(
    UUID id,
    String webhookId,
    String type,
    UUID integrationId,
    String integrationName,
    Optional<String> itemId,
    String status,
    Optional<String> reason,
    int attempts,
    Optional<Instant> nextAttemptAt,
    Instant createdAt,
    Optional<Instant> finishedAt,
    String body) {}
