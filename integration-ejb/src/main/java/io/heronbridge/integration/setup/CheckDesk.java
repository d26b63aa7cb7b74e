package io.heronbridge.integration.setup;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.plaid.PlaidClient.LinkTokenOrder;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integration.SetUp;
import io.heronbridge.persistence.integration.SetUps;
import io.heronbridge.persistence.integration.Verdict;
import io.heronbridge.persistence.integration.WebhookDelivery;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Reads what a check needs, and keeps what it told. */
@Stateless
public class CheckDesk {
  @Inject Integrations integrations;
  @Inject SecretCipher cipher;
  @Inject PublicUrls urls;
  @Inject SetUps setUps;
  @Inject Clock clock;

  /**
   * Both sides, and a link token for nobody to try Plaid with.
   *
   * @param isPlaidOverridden whether Plaid's address is another than the environment's
   * @param settledAt since when the settings are these
   */
  public record Targets(
      PlaidTarget plaid,
      HeronTarget heron,
      LinkTokenOrder probe,
      boolean isRelay,
      boolean isPlaidOverridden,
      Instant settledAt) {
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
        integration.plaid().baseUrl() != null,
        setUps.of(id).map(SetUp::settledAt).orElse(integration.createdAt()));
  }

  /** Keeps a check's result for all nodes, unless the settings were changed meanwhile. */
  public void keep(UUID id, Targets checked, CheckResult result, Caller caller) {
    Integration integration = caller.ownIntegration(integrations.find(id), id);
    SetUp setUp = setUps.ofForChange(id, integration.createdAt());
    if (setUp.settledAt().equals(checked.settledAt())) {
      setUp.keepCheck(verdict(result.plaid()), verdict(result.heron()), clock.instant());
    }
  }

  private static Verdict verdict(CheckResult.Side side) {
    return new Verdict(side.ok(), side.detail(), side.remarks());
  }
}
