package io.heronbridge.integration.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing in which Heron or Plaid disagree with us.
 *
 * @param kind one of {@link #KINDS}
 * @param linkId empty when the item is unknown here
 * @param atHeron Heron's status of the link; empty when Heron has none, or has not been asked
 * @param atPlaid what Plaid said when it was asked; empty when it was not
 * @param cause one sentence for a person
 * @param repair what would mend it; empty when nothing can be done from here
 * @param advice what to do where there is no repair; otherwise what the repair does
 */
public record DriftView(
    String kind,
    Optional<UUID> linkId,
    String itemId,
    UUID integrationId,
    String integrationName,
    String endUserId,
    String here,
    Optional<String> atHeron,
    Optional<String> atPlaid,
    Optional<Instant> heronReadAt,
    Optional<Instant> plaidReadAt,
    String cause,
    Optional<Repair> repair,
    String advice) {
  /** A link of Heron's for one of our end users, whose item we do not know. */
  public static final String UNKNOWN_HERE = "unknown_here";

  /** All kinds, the worst first. */
  public static final List<String> KINDS =
      List.of(
          "gone_at_plaid",
          "deleted_in_plaid",
          "missing_at_heron",
          "sync_disabled",
          "erroring",
          "webhook_elsewhere",
          UNKNOWN_HERE);

  /**
   * A mend that one click makes.
   *
   * @param label names the effect
   * @param dangerous whether it cannot be taken back
   */
  public record Repair(String label, boolean dangerous) {}
}
