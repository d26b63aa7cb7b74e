package io.heronbridge.integration.setup;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integration.SetUps;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Reads what a choice at Heron needs, and keeps what was chosen. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HeronChoiceDesk {
  @Inject Integrations integrations;
  @Inject AuditTrail audit;
  @Inject SecretCipher cipher;
  @Inject SetUps setUps;
  @Inject Clock clock;

  /** Both sides of an integration. */
  public record Sides(PlaidTarget plaid, HeronTarget heron, boolean isPlaidOverridden) {
    HeronFit.Ours ours() {
      return new HeronFit.Ours(plaid.url(), plaid.clientId(), isPlaidOverridden);
    }
  }

  public Sides sides(UUID id, Caller caller) {
    return sides(caller.ownIntegration(integrations.find(id), id));
  }

  /**
   * Written down before Heron is called: what was asked for there must not go unseen.
   *
   * @throws ConflictException when Heron's host is another than the Plaid secret was entered for
   */
  public Sides beginCreation(UUID id, String name, Caller caller) {
    Integration integration = caller.ownIntegration(integrations.find(id), id);
    if (!integration.mayTellHeronPlaidSecret()) {
      throw new ConflictException(
          "Enter the Plaid secret again: Heron's host has changed since it was entered.");
    }
    audit.record(caller.name(), "integration.create_at_heron", "integration:" + id, name);
    return sides(integration);
  }

  /**
   * @param asked where the list was read; a key must not follow to a host that was set meanwhile
   */
  public void sendLinksTo(UUID id, String heronId, HeronTarget asked, Caller caller) {
    Integration integration = caller.ownIntegration(integrations.findForChange(id), id);
    if (!integration.heron().linkUrl().equals(asked.linkUrl())) {
      throw new ConflictException("The integration was changed meanwhile; choose again.");
    }
    integration.sendLinksTo(asked.linkUrlOf(heronId), clock.instant());
    setUps.ofForChange(id, integration.createdAt()).settle(clock.instant());
    audit.record(caller.name(), "integration.choose_at_heron", "integration:" + id, heronId);
  }

  private Sides sides(Integration integration) {
    return new Sides(
        PlaidTarget.of(integration, cipher),
        HeronTarget.of(integration, cipher),
        integration.plaid().baseUrl() != null);
  }
}
