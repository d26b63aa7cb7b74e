package io.heronbridge.integration.reading;

import java.util.Optional;
import java.util.UUID;

/**
 * Which drift is meant; what is absent does not narrow.
 *
 * @param kind as in {@link DriftView#kind()}
 */
public record DriftFilter(Optional<String> kind, Optional<UUID> integrationId) {}
