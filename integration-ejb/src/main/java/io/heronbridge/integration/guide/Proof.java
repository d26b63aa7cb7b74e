package io.heronbridge.integration.guide;

import java.time.Instant;
import java.util.Optional;

/**
 * What an integration has done since its settings are what they are.
 *
 * @param linkedAt when Heron last took a link
 * @param relayedAt when a webhook of Plaid's reached Heron
 * @param calledBackAt when one of Heron's own came
 */
record Proof(
    Optional<Instant> linkedAt, Optional<Instant> relayedAt, Optional<Instant> calledBackAt) {}
