package io.heronbridge.integration.setup;

import io.heronbridge.integration.heron.HeronTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An integration as it may be shown: no secret, only hints.
 *
 * @param plaidWebhookUrl what link tokens carry as {@code webhook}
 * @param heronCallbackUrl where Heron may send its own webhooks
 * @param version another one after every change
 */
public record IntegrationView(
    UUID id,
    String name,
    String status,
    Optional<String> pausedReason,
    Plaid plaid,
    Heron heron,
    Link link,
    String webhookDelivery,
    boolean relayLinkWebhooks,
    List<String> returnHosts,
    String plaidWebhookUrl,
    String heronCallbackUrl,
    int version,
    Instant createdAt,
    Instant updatedAt) {

  /** Whether another one, apart from its secrets, reaches Plaid and Heron in the same way. */
  boolean worksLike(IntegrationView other) {
    return plaid.equals(other.plaid)
        && heron.equals(other.heron)
        && link.equals(other.link)
        && webhookDelivery.equals(other.webhookDelivery);
  }

  /** The Plaid side. */
  public record Plaid(
      String environment, Optional<String> baseUrl, String clientId, String secretHint) {}

  /** The Heron side. */
  public record Heron(
      String apiKeyHint,
      String linkUrl,
      String webhookUrl,
      int requestsPerMinute,
      Optional<String> webhookSecretHint) {
    /** Which of Heron's integrations takes the links; empty when the link URL does not tell. */
    public Optional<String> integrationId() {
      return HeronTarget.integrationIn(linkUrl);
    }

    /** Whether an integration at Heron is still to be chosen. */
    public boolean isUnchosen() {
      return HeronTarget.isBareAddress(linkUrl);
    }
  }

  /** What link tokens carry. */
  public record Link(
      String clientName,
      List<String> products,
      List<String> countryCodes,
      String language,
      int daysRequested,
      Optional<String> redirectUri) {}
}
