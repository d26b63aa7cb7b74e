package io.heronbridge.portal.api;

import io.heronbridge.integration.setup.IntegrationView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An integration in an answer: secrets only as hints. */
@Schema(name = "Integration")
public record IntegrationJson(
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
    Instant createdAt,
    Instant updatedAt) {

  /** A stored secret. */
  @Schema(name = "SecretHint")
  public record Hint(boolean set, Optional<String> hint) {
    static Hint of(String text) {
      return new Hint(true, Optional.of(text));
    }
  }

  /** The Plaid side. */
  @Schema(name = "IntegrationPlaid")
  public record Plaid(String environment, Optional<String> baseUrl, String clientId, Hint secret) {}

  /** The Heron side. */
  @Schema(name = "IntegrationHeron")
  public record Heron(
      Hint apiKey, String linkUrl, String webhookUrl, int requestsPerMinute, Hint webhookSecret) {}

  /** What link tokens carry. */
  @Schema(name = "IntegrationLinkSettings")
  public record Link(
      String clientName,
      List<String> products,
      List<String> countryCodes,
      String language,
      int daysRequested,
      Optional<String> redirectUri) {}

  static IntegrationJson of(IntegrationView view) {
    return new IntegrationJson(
        view.id(),
        view.name(),
        view.status(),
        view.pausedReason(),
        new Plaid(
            view.plaid().environment(),
            view.plaid().baseUrl(),
            view.plaid().clientId(),
            Hint.of(view.plaid().secretHint())),
        heron(view.heron()),
        link(view.link()),
        view.webhookDelivery(),
        view.relayLinkWebhooks(),
        view.returnHosts(),
        view.plaidWebhookUrl(),
        view.heronCallbackUrl(),
        view.createdAt(),
        view.updatedAt());
  }

  private static Heron heron(IntegrationView.Heron heron) {
    return new Heron(
        Hint.of(heron.apiKeyHint()),
        heron.linkUrl(),
        heron.webhookUrl(),
        heron.requestsPerMinute(),
        new Hint(heron.webhookSecretHint().isPresent(), heron.webhookSecretHint()));
  }

  private static Link link(IntegrationView.Link link) {
    return new Link(
        link.clientName(),
        link.products(),
        link.countryCodes(),
        link.language(),
        link.daysRequested(),
        link.redirectUri());
  }
}
