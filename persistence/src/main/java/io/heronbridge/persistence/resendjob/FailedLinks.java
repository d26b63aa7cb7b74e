package io.heronbridge.persistence.resendjob;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which failed links a job is about; what is absent does not narrow.
 *
 * @param errorKind as in the last error of a link
 * @param itemImport the import that brought them in or found them
 * @param earlierJob a job that resent them, in vain
 */
public record FailedLinks(
    Optional<UUID> integration,
    Optional<String> endUserId,
    Optional<String> errorKind,
    Optional<Instant> failedBefore,
    Optional<UUID> itemImport,
    Optional<UUID> earlierJob) {}
