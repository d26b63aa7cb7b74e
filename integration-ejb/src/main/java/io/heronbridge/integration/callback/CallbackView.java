package io.heronbridge.integration.callback;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A webhook of Heron's own as it may be shown.
 *
 * @param linksMarked how many links are read at Heron soon because of it
 * @param effect the same in words
 */
public record CallbackView(
    UUID id,
    UUID integrationId,
    String integrationName,
    Optional<String> topic,
    Optional<String> itemId,
    Optional<String> endUserId,
    Instant receivedAt,
    int linksMarked,
    String effect,
    String bodySha256) {}
