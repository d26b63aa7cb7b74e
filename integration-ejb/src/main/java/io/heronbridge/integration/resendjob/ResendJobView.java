package io.heronbridge.integration.resendjob;

import io.heronbridge.integration.item.LinkFilter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One resend job as people and programs see it.
 *
 * @param about which links; their status is always failed
 * @param reason why it was paused, when no person did it
 * @param atHeron how many of the links that were resent are {@code pending}, {@code linked}, {@code
 *     failed} again or {@code cancelled} by now; not in lists
 * @param plan what starting it would mean; only of one that was not started
 */
public record ResendJobView(
    UUID id,
    LinkFilter about,
    String requestedBy,
    String status,
    Optional<String> reason,
    Counts links,
    Optional<Map<String, Long>> atHeron,
    Optional<ResendPlan> plan,
    Times times) {

  /**
   * Links by what became of them.
   *
   * @param skipped found to need it no more
   */
  public record Counts(long matched, long resent, long skipped, long remaining) {
    public long done() {
      return resent + skipped;
    }

    /** From 0 to 1. */
    public double progress() {
      return matched == 0 ? 1 : (double) done() / matched;
    }
  }

  /** When what happened. */
  public record Times(
      Instant createdAt, Optional<Instant> startedAt, Optional<Instant> finishedAt) {}

  public boolean is(String state) {
    return state.equals(status);
  }

  /** Whether it was started and has not ended. */
  public boolean isOpen() {
    return is("running") || is("paused");
  }

  public Optional<Long> atHeron(String state) {
    return atHeron.map(counts -> counts.getOrDefault(state, 0L));
  }
}
