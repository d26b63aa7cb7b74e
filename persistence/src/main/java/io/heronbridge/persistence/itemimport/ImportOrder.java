package io.heronbridge.persistence.itemimport;

import java.util.List;
import java.util.Optional;

/**
 * What is to be imported, and how.
 *
 * @param columns the names in the first line of a CSV file; empty for NDJSON
 * @param moveWebhooks whether the items' webhooks at Plaid are moved too
 * @param requestedBy as the audit trail names them
 */
public record ImportOrder(
    ImportFormat format,
    List<String> columns,
    Optional<String> fileName,
    boolean moveWebhooks,
    String requestedBy) {}
