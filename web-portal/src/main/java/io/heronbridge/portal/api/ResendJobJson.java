package io.heronbridge.portal.api;

import io.heronbridge.integration.item.LinkFilter;
import io.heronbridge.integration.resendjob.ResendJobView;
import io.heronbridge.integration.resendjob.ResendPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A resend job as the API writes it.
 *
 * @param matched how many links it has; while it is planned, how many matched then
 * @param pending of those that were resent, how many are pending now; the next three alike; null in
 *     lists
 * @param plan what starting it would mean now; null once it is started, and in lists
 */
@Schema(name = "ResendJob")
public record ResendJobJson(
    UUID jobId,
    FilterJson filter,
    String requestedBy,
    String status,
    Optional<String> reason,
    long matched,
    long resent,
    long skipped,
    long remaining,
    double progress,
    Optional<Long> pending,
    Optional<Long> linked,
    Optional<Long> failed,
    Optional<Long> cancelled,
    Optional<PlanJson> plan,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {

  /** Which failed links it is about. */
  @Schema(name = "ResendFilter")
  public record FilterJson(
      Optional<String> status,
      Optional<UUID> integrationId,
      Optional<String> endUserId,
      Optional<String> errorKind,
      Optional<Instant> failedBefore,
      Optional<UUID> importId,
      Optional<UUID> resendJobId) {
    static FilterJson of(LinkFilter filter) {
      return new FilterJson(
          filter.status(),
          filter.integrationId(),
          filter.endUserId(),
          filter.errorKind(),
          filter.failedBefore(),
          filter.importId(),
          filter.resendJobId());
    }
  }

  /** What starting it would mean. */
  @Schema(name = "ResendPlan")
  public record PlanJson(
      long links,
      Optional<Instant> oldestFailedAt,
      Optional<Instant> oldestCreatedAt,
      long waitingAhead,
      Optional<Long> estimatedSeconds,
      String estimate,
      List<HeldJson> held) {
    static PlanJson of(ResendPlan plan) {
      return new PlanJson(
          plan.links(),
          plan.oldestFailure(),
          plan.oldestMade(),
          plan.ahead(),
          plan.estimate().time().map(Duration::toSeconds),
          plan.estimate().words(),
          plan.held().stream()
              .map(held -> new HeldJson(held.integrationName(), held.links()))
              .toList());
    }
  }

  /** Links that will wait, since their integration is paused. */
  @Schema(name = "HeldLinks")
  public record HeldJson(String integrationName, long links) {}

  static ResendJobJson of(ResendJobView job) {
    ResendJobView.Counts links = job.links();
    return new ResendJobJson(
        job.id(),
        FilterJson.of(job.about()),
        job.requestedBy(),
        job.status(),
        job.reason(),
        links.matched(),
        links.resent(),
        links.skipped(),
        links.remaining(),
        links.progress(),
        job.atHeron("pending"),
        job.atHeron("linked"),
        job.atHeron("failed"),
        job.atHeron("cancelled"),
        job.plan().map(PlanJson::of),
        job.times().createdAt(),
        job.times().startedAt(),
        job.times().finishedAt());
  }
}
