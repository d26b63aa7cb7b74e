package io.heronbridge.integration.link;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.brand.BrandView;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.persistence.enduser.EndUserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the connect page needs to know of the end user before it.
 *
 * @param clientName the lender's name
 * @param brand how the lender looks
 * @param caller the end user, as the audit trail will name them
 */
public record ConnectSession(
    UUID id,
    UUID integrationId,
    String clientName,
    BrandView brand,
    String language,
    EndUserId endUserId,
    Optional<String> returnUrl,
    Instant expiresAt,
    List<ItemView> banks,
    String csrfToken,
    Caller caller) {}
