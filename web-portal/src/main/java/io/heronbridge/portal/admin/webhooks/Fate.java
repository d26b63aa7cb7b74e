package io.heronbridge.portal.admin.webhooks;

import io.heronbridge.integration.relay.WebhookView;

/** What became of a webhook: a headline and a sentence. */
public record Fate(String title, String meaning) {

  /** What became of this one. */
  public static Fate of(WebhookView webhook) {
    String reason = webhook.reason().orElse("");
    return switch (webhook.status()) {
      case "delivered" ->
          new Fate("Delivered to Heron", "Heron has the same bytes and headers that Plaid sent.");
      case "refresh_requested" ->
          new Fate(
              "Too late to relay: Heron was asked to refresh",
              joined(
                  reason,
                  "Plaid's signature is good for five minutes, so Heron pulls the data"
                      + " itself instead."));
      case "refreshed" ->
          new Fate("Refreshed", "Heron has pulled this bank's data since; nothing is missing.");
      case "not_relayed" ->
          new Fate("Not relayed", joined(reason, "It was kept, but is not meant for Heron."));
      case "failed" ->
          new Fate(
              "Failed: it did not reach Heron",
              joined(reason, "Resending asks Heron to pull this bank's data."));
      default -> new Fate("Pending: on its way to Heron", joined(reason, "It is tried at once."));
    };
  }

  private static String joined(String reason, String sentence) {
    return reason.isBlank() ? sentence : reason + " " + sentence;
  }
}
