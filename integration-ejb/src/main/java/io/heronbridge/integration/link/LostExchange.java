package io.heronbridge.integration.link;

import java.time.Instant;
import java.util.Optional;

/**
 * A connection whose access token never reached us: the end user must connect again.
 *
 * @param plaidSessionId Plaid's {@code link_session_id}, for its support
 * @param requestId Plaid's {@code request_id}, for its support
 */
public record LostExchange(
    Instant at,
    String endUserId,
    String integrationName,
    Optional<String> institutionName,
    Optional<String> plaidSessionId,
    Optional<String> requestId) {}
