package io.heronbridge.integration.setup;

import io.heronbridge.persistence.secret.Secret;
import java.util.List;
import java.util.Optional;

/** An integration as somebody typed it in, unchecked; an absent secret keeps the stored one. */
public record IntegrationDraft(
    String name,
    Plaid plaid,
    Heron heron,
    Link link,
    Optional<String> webhookDelivery,
    boolean relayLinkWebhooks,
    List<String> returnHosts) {

  /** Whether a key or secret is to be replaced. */
  boolean hasSecret() {
    return plaid.secret().isPresent()
        || heron.apiKey().isPresent()
        || heron.webhookSecret().isPresent();
  }

  /** The Plaid side. */
  public record Plaid(
      String environment, Optional<String> baseUrl, String clientId, Optional<Secret> secret) {}

  /** The Heron side; {@code requestsPerMinute} absent means 90. */
  public record Heron(
      Optional<Secret> apiKey,
      String linkUrl,
      String webhookUrl,
      Optional<Integer> requestsPerMinute,
      Optional<Secret> webhookSecret) {}

  /** What link tokens will carry; what is absent gets the documented default. */
  public record Link(
      String clientName,
      Optional<List<String>> products,
      Optional<List<String>> countryCodes,
      Optional<String> language,
      Optional<Integer> daysRequested,
      Optional<String> redirectUri) {}
}
