package io.heronbridge.integration.enduser;

import java.time.Instant;
import java.util.Optional;

/** One end user. */
public record EndUserView(String endUserId, Optional<String> name, Instant createdAt) {}
