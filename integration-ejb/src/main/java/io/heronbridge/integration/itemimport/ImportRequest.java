package io.heronbridge.integration.itemimport;

import io.heronbridge.persistence.itemimport.ImportFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * What an upload is.
 *
 * @param format empty when the first byte is to tell
 * @param movesWebhooks whether the items' webhooks at Plaid are moved too
 */
public record ImportRequest(
    UUID integrationId,
    Optional<ImportFormat> format,
    Optional<String> fileName,
    boolean movesWebhooks) {}
