package io.heronbridge.integration.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the first page of the admin portal says. Every number is counted up to {@link
 * #MOST_COUNTED}: beyond it, the exact number helps nobody, and the page stays fast.
 *
 * @param banks items that need their end user, by status
 * @param failedEvents that the lenders' backends have not taken
 * @param lastLinkedAt when Heron last took a link
 */
public record Overview(
    FailedLinks failedLinks,
    Map<String, Long> banks,
    long lostExchanges,
    long drifting,
    MissedWebhooks webhooks,
    long failedEvents,
    Optional<Waiting> oldest,
    Optional<Instant> lastLinkedAt,
    List<IntegrationState> integrations,
    NodeState node) {

  /** As far as anything is counted. */
  public static final long MOST_COUNTED = 10_000;

  /**
   * Links that a person must resend.
   *
   * @param reasons of the newest {@link #MOST_COUNTED}, the most frequent kind first
   */
  public record FailedLinks(long count, List<Reason> reasons) {}

  /**
   * Links that failed for one kind of reason.
   *
   * @param answers Heron's statuses, the most frequent first; empty when it did not answer
   * @param advice what to do about the most frequent
   */
  public record Reason(String kind, List<Integer> answers, long count, String advice) {}

  /**
   * Webhooks that could not be relayed.
   *
   * @param failed Heron has not got what they told
   * @param late Heron was asked to pull the data instead, and has not yet
   * @param oldestLate when the first of those arrived
   */
  public record MissedWebhooks(long failed, long late, Optional<Instant> oldestLate) {}

  /**
   * The message that waits longest.
   *
   * @param kind as in the metrics
   * @param subject what it is about
   * @param waitsFor empty when only for its turn, or its next attempt
   * @param nextAttemptAt empty when it is due or under way
   */
  public record Waiting(
      String kind,
      UUID subject,
      Instant since,
      Optional<String> waitsFor,
      Optional<Instant> nextAttemptAt) {}

  /**
   * How the node is that answers.
   *
   * @param setAside files of its spool that wait for a person
   * @param unclaimedSeconds how long a message has been due while nothing holds it and no node
   *     takes it; 0 when that is not long
   */
  public record NodeState(String name, long setAside, long unclaimedSeconds) {}

  /** Webhooks that were refused for one reason in the last day. */
  public record Refused(String reason, long count) {}

  /**
   * One integration at a glance.
   *
   * @param trip set while its Heron fails and its circuit breaker is open
   * @param backendGoneSince set while its lender's backend answers 410
   * @param pending links that wait
   * @param refused webhooks of the last day by reason, the most frequent first
   */
  public record IntegrationState(
      UUID id,
      String name,
      String environment,
      String status,
      Optional<String> pausedReason,
      Optional<Trip> trip,
      Optional<Instant> backendGoneSince,
      long pending,
      long failed,
      Optional<Instant> lastLinkedAt,
      Answers answers,
      List<Refused> refused) {}

  /**
   * A Heron that is left alone.
   *
   * @param reason what it failed with last
   */
  public record Trip(String reason, Optional<Instant> since) {}

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

  /** Links that wait, of all integrations together. */
  public long pending() {
    return integrations.stream().mapToLong(IntegrationState::pending).sum();
  }
}
