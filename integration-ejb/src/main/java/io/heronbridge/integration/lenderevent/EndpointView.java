package io.heronbridge.integration.lenderevent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a lender's backend hears of what happens, as it may be shown.
 *
 * @param status {@code on}, {@code off}, or {@code unset} where it was never set up
 * @param types the words of those that are sent
 * @param offReason why nothing is sent; empty while it is on
 * @param secretHint the end of the secret; empty where there is none
 * @param earlierSecretUntil until when the secret before signs too
 */
public record EndpointView(
    String status,
    Optional<String> url,
    List<String> types,
    Optional<String> offReason,
    Optional<String> secretHint,
    Optional<Instant> earlierSecretUntil) {}
