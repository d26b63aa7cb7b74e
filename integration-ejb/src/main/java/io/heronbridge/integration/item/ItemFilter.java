package io.heronbridge.integration.item;

import java.util.Optional;
import java.util.UUID;

/** Which items are meant; what is absent does not narrow. */
public record ItemFilter(
    Optional<String> status, Optional<UUID> integrationId, Optional<String> endUserId) {}
