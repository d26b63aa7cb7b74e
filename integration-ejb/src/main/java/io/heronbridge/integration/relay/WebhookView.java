package io.heronbridge.integration.relay;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A received webhook as it may be shown.
 *
 * @param status pending, delivered, refresh_requested, refreshed, not_relayed or failed
 * @param bodySha256 lower-case hex over the received bytes
 */
public record WebhookView(
    UUID id,
    UUID integrationId,
    String integrationName,
    Optional<String> itemId,
    Optional<String> type,
    Optional<String> code,
    String status,
    Optional<String> reason,
    int attempts,
    Instant signedAt,
    Instant receivedAt,
    Optional<Instant> deliveredAt,
    String bodySha256) {}
