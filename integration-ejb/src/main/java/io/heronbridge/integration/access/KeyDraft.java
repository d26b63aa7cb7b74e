package io.heronbridge.integration.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a new API key is to be.
 *
 * @param integrations those it is limited to; empty means all, also later ones
 * @param length after which it ends by itself; empty means never
 */
public record KeyDraft(
    String name, boolean readOnly, List<UUID> integrations, Optional<Duration> length) {}
