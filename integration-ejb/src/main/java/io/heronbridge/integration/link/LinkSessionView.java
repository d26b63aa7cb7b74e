package io.heronbridge.integration.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A hosted link to look at; never its URL.
 *
 * @param state {@code fresh}, {@code open}, {@code used_up}, {@code expired} or {@code revoked}
 * @param itemIds what was connected through it
 */
public record LinkSessionView(
    UUID id,
    Scope scope,
    String state,
    Times times,
    Optional<String> returnUrl,
    List<String> itemIds) {

  /** For whom it was made. */
  public record Scope(UUID integrationId, String integrationName, String endUserId) {}

  /** When it was made, opened and ended. */
  public record Times(
      Instant createdAt,
      Instant expiresAt,
      Optional<Instant> openedAt,
      Optional<Instant> revokedAt) {}

  /** Whether there is anything left to withdraw. */
  public boolean isRevocable() {
    return state.equals("fresh") || state.equals("open");
  }
}
