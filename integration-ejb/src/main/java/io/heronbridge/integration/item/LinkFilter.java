package io.heronbridge.integration.item;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which links are meant; what is absent does not narrow.
 *
 * @param status pending, linked, failed or cancelled
 * @param errorKind as in {@code last_error.kind}
 * @param importId the import that brought them in or found them
 * @param resendJobId the job that resent them
 */
public record LinkFilter(
    Optional<String> status,
    Optional<UUID> integrationId,
    Optional<String> endUserId,
    Optional<String> errorKind,
    Optional<Instant> failedBefore,
    Optional<UUID> importId,
    Optional<UUID> resendJobId) {

  /** Whatever brought the links in, or resent them. */
  public LinkFilter(
      Optional<String> status,
      Optional<UUID> integrationId,
      Optional<String> endUserId,
      Optional<String> errorKind,
      Optional<Instant> failedBefore) {
    this(
        status,
        integrationId,
        endUserId,
        errorKind,
        failedBefore,
        Optional.empty(),
        Optional.empty());
  }

  /** For the audit trail. */
  public String text() {
    return "status=%s integration=%s end_user=%s error=%s before=%s import=%s job=%s"
        .formatted(
            status.orElse("*"),
            integrationId.map(UUID::toString).orElse("*"),
            endUserId.orElse("*"),
            errorKind.orElse("*"),
            failedBefore.map(Instant::toString).orElse("*"),
            importId.map(UUID::toString).orElse("*"),
            resendJobId.map(UUID::toString).orElse("*"));
  }
}
