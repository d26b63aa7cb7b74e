package io.heronbridge.integration.link;

import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.item.Bank;
import io.heronbridge.persistence.secret.Secret;
import java.util.Optional;
import java.util.UUID;

/**
 * A public token that Link handed over, and for whom.
 *
 * @param bank what Link's metadata told of it
 * @param plaidSessionId Plaid's {@code link_session_id}
 * @param linkSession the hosted link it came through, if any
 */
public record ExchangeRequest(
    UUID integrationId,
    EndUserId endUserId,
    Optional<String> endUserName,
    Secret publicToken,
    Bank bank,
    Optional<String> plaidSessionId,
    IfKnown ifKnown,
    Optional<UUID> linkSession) {}
