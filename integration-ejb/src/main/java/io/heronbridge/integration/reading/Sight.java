package io.heronbridge.integration.reading;

import io.heronbridge.integration.itemstate.PlaidErrors;
import io.heronbridge.persistence.integrationlink.Drift;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is known of one link after a reading, and the decision in what the sides disagree.
 *
 * @param linked whether we say that Heron has the link
 * @param heronStatus Heron's word; may be null
 * @param missing how long Heron's list has not shown the link; empty when it shows it, or was not
 *     read
 * @param goneAtPlaid whether Plaid says that it has no such item
 * @param webhook where Plaid sends the item's webhooks; empty when Plaid has not been asked
 */
record Sight(
    boolean linked,
    String heronStatus,
    Optional<Duration> missing,
    boolean goneAtPlaid,
    Optional<Addresses> webhook) {
  private static final Duration APART = Duration.ofMinutes(1);

  /** Where webhooks go and where they should; the first may be null, which is nowhere. */
  record Addresses(String actual, String wanted) {
    boolean differ() {
      return !wanted.equals(actual);
    }
  }

  /**
   * @param listed whether Heron's list was read just now
   */
  static Sight of(IntegrationLink link, boolean listed, String wantedWebhook, Instant now) {
    Item item = link.item();
    Optional<Duration> missing =
        link.missingSince()
            .filter(since -> listed || link.drift().equals(Optional.of(Drift.MISSING_AT_HERON)))
            .map(since -> Duration.between(since, now));
    return new Sight(
        link.status() == IntegrationLinkStatus.LINKED,
        link.heron().status(),
        missing,
        isGone(item),
        item.plaidReadAt()
            .map(at -> new Addresses(item.plaidWebhook().orElse(null), wantedWebhook)));
  }

  /** A withdrawn permission is no drift: Plaid still has the item. */
  private static boolean isGone(Item item) {
    return item.status() == ItemStatus.REVOKED
        && item.errorCode()
            .filter(PlaidErrors::meansGone)
            .filter(code -> !code.startsWith("USER_"))
            .isPresent();
  }

  /** The worst first: what is gone at Plaid explains everything else. */
  Optional<Drift> drift() {
    if (goneAtPlaid) {
      return Optional.of(Drift.GONE_AT_PLAID);
    }
    Optional<Drift> atHeron = linked ? atHeron() : Optional.empty();
    return atHeron.isPresent()
        ? atHeron
        : webhook.filter(Addresses::differ).map(elsewhere -> Drift.WEBHOOK_ELSEWHERE);
  }

  private Optional<Drift> atHeron() {
    if (missing.isPresent()) {
      return missing.filter(time -> time.compareTo(APART) >= 0).map(any -> Drift.MISSING_AT_HERON);
    }
    return switch (heronStatus == null ? "" : heronStatus) {
      case "deleted_in_plaid" -> Optional.of(Drift.DELETED_IN_PLAID);
      case "sync_disabled" -> Optional.of(Drift.SYNC_DISABLED);
      case "erroring" -> Optional.of(Drift.ERRORING);
      default -> Optional.empty();
    };
  }

  /** What the finding means for the next reading. */
  ReadingSchedule.Finding finding(boolean healing) {
    if (!linked) {
      return ReadingSchedule.Finding.SETTLED;
    }
    if (missing.filter(time -> time.compareTo(APART) < 0).isPresent()) {
      return ReadingSchedule.Finding.MISSED_ONCE;
    }
    if (healing) {
      return ReadingSchedule.Finding.HEALING;
    }
    if (drift().isPresent() && drift().get() != Drift.WEBHOOK_ELSEWHERE) {
      return ReadingSchedule.Finding.WRONG;
    }
    boolean moving =
        heronStatus == null || heronStatus.equals("pending") || heronStatus.equals("syncing");
    return moving ? ReadingSchedule.Finding.SYNCING : ReadingSchedule.Finding.SETTLED;
  }
}
