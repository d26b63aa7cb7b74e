package io.heronbridge.integration.item;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to deliver a link or a webhook.
 *
 * @param outcome an {@code AttemptOutcome} in lower case
 * @param nextStep what happens next, in words
 */
public record AttemptView(
    int number,
    int claimNumber,
    String node,
    Instant startedAt,
    long durationMillis,
    String outcome,
    Optional<Integer> httpStatus,
    Optional<String> detail,
    Optional<String> nextStep) {}
