package io.heronbridge.integration.link;

import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.item.ItemId;
import java.util.Optional;
import java.util.UUID;

/**
 * Who wants to open Link.
 *
 * @param itemId present to repair that item (update mode), empty to connect a new bank
 */
public record LinkTokenRequest(
    UUID integrationId,
    EndUserId endUserId,
    Optional<String> endUserName,
    Optional<ItemId> itemId) {}
