package io.heronbridge.integration.overview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the first page of the admin portal says. */
public record Overview(
    List<ReasonCount> failedLinks,
    long pendingLinks,
    long linkedLinks,
    Optional<Instant> oldestPending,
    long itemsNeedingTheirUser,
    long lostExchanges,
    long webhooksLastDay,
    long webhooksFailed,
    long webhooksRefusedLastDay,
    Optional<Instant> lastLinkedAt,
    List<IntegrationState> integrations,
    long drifting) {

  /** How many links failed for one reason. */
  public record ReasonCount(String kind, Optional<Integer> httpStatus, long count) {}

  /** One integration at a glance. */
  public record IntegrationState(
      UUID id,
      String name,
      String environment,
      String status,
      Optional<String> pausedReason,
      long pending,
      long failed,
      long linked) {}

  public long failedTotal() {
    return failedLinks.stream().mapToLong(ReasonCount::count).sum();
  }
}
