package io.heronbridge.integration.item;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which links are meant; what is absent does not narrow.
 *
 * @param status pending, linked, failed or cancelled
 * @param errorKind as in {@code last_error.kind}
 */
public record LinkFilter(
    Optional<String> status,
    Optional<UUID> integrationId,
    Optional<String> endUserId,
    Optional<String> errorKind,
    Optional<Instant> failedBefore) {

  /** For the audit trail. */
  public String text() {
    return "status=%s integration=%s end_user=%s error=%s before=%s"
        .formatted(
            status.orElse("*"),
            integrationId.map(UUID::toString).orElse("*"),
            endUserId.orElse("*"),
            errorKind.orElse("*"),
            failedBefore.map(Instant::toString).orElse("*"));
  }
}
