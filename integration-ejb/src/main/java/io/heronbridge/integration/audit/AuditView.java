package io.heronbridge.integration.audit;

import java.time.Instant;
import java.util.Optional;

/** One audit entry. */
public record AuditView(
    Instant at, String actor, String action, String subject, Optional<String> detail) {}
