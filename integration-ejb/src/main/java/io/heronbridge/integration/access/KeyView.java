package io.heronbridge.integration.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An API key, without what it opens.
 *
 * @param hint the last four characters
 * @param integrations those it is limited to; empty means all
 * @param state {@code active}, {@code expired} or {@code revoked}
 */
public record KeyView(
    UUID id, Label label, boolean readOnly, List<UUID> integrations, String state, Times times) {

  /** By what people recognise a key. */
  public record Label(String name, String hint) {}

  /**
   * The moments of a key.
   *
   * @param lastUsedAt to the minute
   * @param previousUntil until when the key before the last rotation works too; empty when it does
   *     not
   */
  public record Times(
      Instant createdAt,
      Optional<Instant> lastUsedAt,
      Optional<Instant> expiresAt,
      Optional<Instant> previousUntil,
      Optional<Instant> revokedAt) {}

  public String name() {
    return label.name();
  }

  public boolean isActive() {
    return state.equals("active");
  }
}
