package io.heronbridge.integration.relay;

import java.util.Optional;
import java.util.UUID;

/** Which webhooks are meant; what is absent does not narrow. */
public record WebhookFilter(
    Optional<String> itemId, Optional<String> status, Optional<UUID> integrationId) {}
