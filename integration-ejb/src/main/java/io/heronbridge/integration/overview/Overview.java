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

  /**
   * One integration at a glance.
   *
   * @param heronFails what its Heron last failed with, while its circuit breaker is open
   */
  public record IntegrationState(
      UUID id,
      String name,
      String environment,
      String status,
      Optional<String> pausedReason,
      Optional<String> heronFails,
      long pending,
      long failed,
      long linked,
      Answers answers) {}

  /**
   * How Plaid's webhooks of the last 24 hours were answered.
   *
   * @param accepted with 2xx
   * @param rejected with anything else
   */
  public record Answers(long accepted, long rejected) {
    /** Plaid stops sending to an endpoint that rejects more of a day's webhooks than this. */
    public static final int PLAIDS_LIMIT_PERCENT = 90;

    private static final int WORRYING_PERCENT = 50;
    private static final int FEW = 10;

    public long total() {
      return accepted + rejected;
    }

    /** How many of a hundred were rejected, rounded up: no rejection shows as none. */
    public long percentRejected() {
      return total() == 0 ? 0 : (100 * rejected + total() - 1) / total();
    }

    /** Whether somebody should find out why; a handful proves nothing. */
    public boolean isWorrying() {
      return total() >= FEW && percentRejected() >= WORRYING_PERCENT;
    }

    private Answers plus(Answers more) {
      return new Answers(accepted + more.accepted, rejected + more.rejected);
    }
  }

  /** Of all integrations together. */
  public Answers answers() {
    return integrations.stream()
        .map(IntegrationState::answers)
        .reduce(new Answers(0, 0), Answers::plus);
  }

  public long failedTotal() {
    return failedLinks.stream().mapToLong(ReasonCount::count).sum();
  }
}
