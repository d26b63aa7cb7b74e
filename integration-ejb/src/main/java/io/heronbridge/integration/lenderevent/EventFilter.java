package io.heronbridge.integration.lenderevent;

import java.util.Optional;
import java.util.UUID;

/** Which events are meant; what is absent does not narrow. */
public record EventFilter(
    Optional<String> itemId,
    Optional<String> status,
    Optional<String> type,
    Optional<UUID> integrationId) {}
