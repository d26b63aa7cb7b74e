package io.heronbridge.persistence.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that is still to be delivered, and since when.
 *
 * @param nextAttemptAt empty when it is due or under way
 */
public record WaitingMessage(
    MessageKind kind, UUID subject, Instant createdAt, Optional<Instant> nextAttemptAt) {}
