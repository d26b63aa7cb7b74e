package io.heronbridge.portal.admin.overview;

import io.heronbridge.integration.overview.Overview.IntegrationState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An integration at a glance.
 *
 * @param state {@code active}, {@code paused}, or {@code heron_fails}
 */
public record IntegrationRow(
    UUID id,
    String name,
    boolean isSandbox,
    String state,
    String waiting,
    String failed,
    String webhooks,
    Optional<Instant> lastLinkedAt) {

  static IntegrationRow of(IntegrationState integration) {
    boolean fails = integration.trip().isPresent() && "active".equals(integration.status());
    return new IntegrationRow(
        integration.id(),
        integration.name(),
        "sandbox".equals(integration.environment()),
        fails ? "heron_fails" : integration.status(),
        Counted.words(integration.pending()),
        Counted.words(integration.failed()),
        Counted.words(integration.answers().accepted()),
        integration.lastLinkedAt());
  }
}
