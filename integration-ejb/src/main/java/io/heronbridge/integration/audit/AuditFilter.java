package io.heronbridge.integration.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the audit trail.
 *
 * @param actor a name, or with its kind as {@code user:ana}
 * @param action as {@code link.resend}
 * @param subject an id, or with its kind as {@code link:…}
 * @param from the first moment
 * @param until the first moment after
 */
public record AuditFilter(
    Optional<String> actor,
    Optional<String> action,
    Optional<String> subject,
    Optional<Instant> from,
    Optional<Instant> until) {}
