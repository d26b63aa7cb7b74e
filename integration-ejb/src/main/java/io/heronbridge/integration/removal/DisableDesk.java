package io.heronbridge.integration.removal;

import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.persistence.integration.HeronBudgets;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Reads what Heron is to be told, before the call. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DisableDesk {
  @Inject IntegrationLinks links;
  @Inject HeronBudgets budgets;
  @Inject SecretCipher cipher;

  /** Whose links are to be disabled, and with whose key. */
  public record DisableWork(
      HeronTarget target, String endUserId, String budget, int requestsPerMinute) {}

  /** Empty when the end user has, or soon has, another bank at Heron: Heron would stop that too. */
  public Optional<DisableWork> prepare(UUID linkId) {
    return links
        .find(linkId)
        .filter(link -> link.item().isRemoved())
        .filter(link -> links.othersAtHeron(link).isEmpty())
        .map(this::work);
  }

  private DisableWork work(IntegrationLink link) {
    Integration integration = link.integration();
    return new DisableWork(
        HeronTarget.of(integration, cipher),
        link.item().endUser().endUserId().value(),
        integration.heron().budget(),
        integration.heron().requestsPerMinute());
  }

  /** Takes a permit for one call to Heron, or tells how long to wait. */
  public Optional<Duration> takePermit(DisableWork work) {
    try {
      return budgets.take(work.budget(), work.requestsPerMinute());
    } catch (SQLException e) {
      throw new IllegalStateException("Heron's budget cannot be read", e);
    }
  }
}
