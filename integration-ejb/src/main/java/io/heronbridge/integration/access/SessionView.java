package io.heronbridge.integration.access;

import io.heronbridge.persistence.access.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One browser in which a person is signed in.
 *
 * @param lastSeenAt to the minute
 * @param current whether it is the browser that asks
 */
public record SessionView(
    UUID id, Instant startedAt, Instant lastSeenAt, Optional<Origin> origin, boolean current) {}
