package io.heronbridge.integration.item;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Links of one integration that match a filter.
 *
 * @param oldestFailure the earliest last error among them
 * @param oldestMade when the first of them was made
 */
public record LinkTally(
    UUID integration, long links, Optional<Instant> oldestFailure, Instant oldestMade) {}
