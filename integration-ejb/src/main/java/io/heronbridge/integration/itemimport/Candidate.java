package io.heronbridge.integration.itemimport;

import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.secret.Secret;
import java.util.Optional;

/** A line that can be read, and what it asks for. */
record Candidate(
    long line,
    EndUserId endUserId,
    Optional<String> endUserName,
    ItemId itemId,
    Secret accessToken) {}
