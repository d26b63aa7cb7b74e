package io.heronbridge.integration.link;

import io.heronbridge.persistence.session.ExitReport;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One time the end user left Plaid Link without success.
 *
 * @param linkSession our session's id, as the log and the audit trail name it
 * @param itemId the item in update mode
 */
public record ExitView(
    Instant at,
    UUID linkSession,
    String integrationName,
    Optional<String> itemId,
    ExitReport report) {}
