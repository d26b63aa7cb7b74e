package io.heronbridge.integration.setup;

import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.integration.HeronAccount;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.LinkSettings;
import io.heronbridge.persistence.integration.PlaidAccount;
import java.util.Optional;

/** Turns an integration into what may be shown of it. */
final class IntegrationViews {
  private IntegrationViews() {}

  static IntegrationView of(Integration integration, String plaidWebhookUrl, String callbackUrl) {
    return new IntegrationView(
        integration.id(),
        integration.name(),
        Words.of(integration.status()),
        integration.pausedReason(),
        plaid(integration.plaid()),
        heron(integration.heron()),
        link(integration.link()),
        Words.of(integration.webhookDelivery()),
        integration.relaysLinkWebhooks(),
        integration.returnHosts(),
        plaidWebhookUrl,
        callbackUrl,
        integration.version(),
        integration.createdAt(),
        integration.updatedAt());
  }

  private static IntegrationView.Plaid plaid(PlaidAccount plaid) {
    return new IntegrationView.Plaid(
        Words.of(plaid.environment()),
        Optional.ofNullable(plaid.baseUrl()),
        plaid.clientId(),
        plaid.secretHint());
  }

  private static IntegrationView.Heron heron(HeronAccount heron) {
    return new IntegrationView.Heron(
        heron.apiKeyHint(),
        heron.linkUrl(),
        heron.webhookUrl(),
        heron.requestsPerMinute(),
        heron.webhookSecretHint());
  }

  private static IntegrationView.Link link(LinkSettings link) {
    return new IntegrationView.Link(
        link.clientName(),
        link.products(),
        link.countryCodes(),
        link.language(),
        link.daysRequested(),
        Optional.ofNullable(link.redirectUri()));
  }
}
