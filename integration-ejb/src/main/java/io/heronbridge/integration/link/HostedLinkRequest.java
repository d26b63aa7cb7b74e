package io.heronbridge.integration.link;

import io.heronbridge.persistence.enduser.EndUserId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A hosted link wanted for an end user.
 *
 * @param expiresIn 60 s to 7 days; absent means one hour
 */
public record HostedLinkRequest(
    UUID integrationId,
    EndUserId endUserId,
    Optional<String> endUserName,
    Optional<String> returnUrl,
    Optional<Duration> expiresIn) {}
