package io.heronbridge.integration.setup;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.plaid.PlaidClient.LinkTokenOrder;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integration.WebhookDelivery;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Reads what a check needs. */
@Stateless
public class CheckDesk {
  @Inject Integrations integrations;
  @Inject SecretCipher cipher;
  @Inject PublicUrls urls;

  /**
   * Both sides, and a link token for nobody to try Plaid with.
   *
   * @param isPlaidOverridden whether Plaid's address is another than the environment's
   */
  public record Targets(
      PlaidTarget plaid,
      HeronTarget heron,
      LinkTokenOrder probe,
      boolean isRelay,
      boolean isPlaidOverridden) {
    HeronFit.Ours ours() {
      return new HeronFit.Ours(plaid.url(), plaid.clientId(), isPlaidOverridden);
    }
  }

  public Targets targets(UUID id, Caller caller) {
    Integration integration = caller.ownIntegration(integrations.find(id), id);
    boolean isRelay = integration.webhookDelivery() == WebhookDelivery.RELAY;
    LinkTokenOrder probe =
        new LinkTokenOrder(
            integration.link().clientName(),
            UUID.randomUUID().toString(),
            integration.link().products(),
            integration.link().countryCodes(),
            integration.link().language(),
            integration.link().daysRequested(),
            isRelay ? urls.plaidWebhook(id) : integration.heron().webhookUrl(),
            Optional.ofNullable(integration.link().redirectUri()),
            Optional.empty());
    return new Targets(
        PlaidTarget.of(integration, cipher),
        HeronTarget.of(integration, cipher),
        probe,
        isRelay,
        integration.plaid().baseUrl() != null);
  }
}
