package io.heronbridge.integration.reading;

import io.heronbridge.integration.reading.DriftView.Repair;
import io.heronbridge.persistence.integrationlink.Drift;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemStatus;
import java.util.Optional;

/**
 * Why a link drifted and what a person can do about it, in words.
 *
 * @param repair empty when one click does not mend it
 * @param advice what the repair does, or what to do instead
 */
record Remedy(String cause, Optional<Repair> repair, String advice) {
  static Remedy of(Drift drift, IntegrationLink link, String wantedWebhook) {
    return switch (drift) {
      case GONE_AT_PLAID ->
          new Remedy(
              "Plaid has no such item any more, so nothing can read the bank.",
              dangerous("Mark as disconnected"),
              "It is marked as disconnected here; the end user can connect the bank anew.");
      case DELETED_IN_PLAID ->
          new Remedy(
              "Heron found the item deleted at Plaid.",
              dangerous("Disconnect"),
              "Plaid is told to remove the item, if it still has it, and it is marked as disconnected"
                  + " here; the end user can connect the bank anew.");
      case MISSING_AT_HERON ->
          new Remedy(
              "Heron does not show the link among those of this end user.",
              harmless("Submit again"),
              "The link is sent to Heron once more.");
      case SYNC_DISABLED ->
          new Remedy(
              "Heron has switched the bank off and does not read it.",
              harmless("Submit again"),
              "The link is sent to Heron once more, which switches it on again if Heron agrees.");
      case ERRORING -> erroring(link);
      case WEBHOOK_ELSEWHERE ->
          new Remedy(
              link.item()
                  .plaidWebhook()
                  .map(url -> "Plaid sends the item's webhooks to " + url + ".")
                  .orElse("Plaid sends the item's webhooks nowhere."),
              harmless("Move webhooks"),
              "Plaid is told to send the item's webhooks to " + wantedWebhook + ".");
    };
  }

  private static Remedy erroring(IntegrationLink link) {
    String said =
        Optional.ofNullable(link.heron().statusMessage()).map(words -> ": " + words).orElse("");
    String cause = "Heron cannot read the bank" + said + ".";
    return needsItsUser(link.item())
        ? new Remedy(
            cause,
            Optional.empty(),
            "The end user must reconnect: send them a hosted link. Then ask Heron to refresh.")
        : new Remedy(cause, harmless("Refresh"), "Heron is asked to read the bank again.");
  }

  /** Only the end user can make Heron's next try succeed. */
  private static boolean needsItsUser(Item item) {
    return item.status() == ItemStatus.LOGIN_REQUIRED || item.status() == ItemStatus.REVOKED;
  }

  private static Optional<Repair> harmless(String label) {
    return Optional.of(new Repair(label, false));
  }

  private static Optional<Repair> dangerous(String label) {
    return Optional.of(new Repair(label, true));
  }
}
