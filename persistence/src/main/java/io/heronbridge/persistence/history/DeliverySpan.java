package io.heronbridge.persistence.history;

import java.time.Instant;
import java.util.Optional;

/**
 * What was attempted in one span of time.
 *
 * @param minutes how many minutes of the span were looked at
 * @param failed may have been tried again
 * @param refused for good, or until a person mends a key
 * @param backlog most messages that waited; empty when that was not seen
 */
public record DeliverySpan(
    Instant begins,
    int minutes,
    long delivered,
    long failed,
    long refused,
    Latencies latencies,
    Optional<Long> backlog) {}
