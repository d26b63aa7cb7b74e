package io.heronbridge.integration.relay;

import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Reads what a refresh needs, before the call. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RefreshDesk {
  @Inject IntegrationLinks links;
  @Inject SecretCipher cipher;

  /** Which item, and with whose key. */
  public record RefreshWork(HeronTarget target, String itemId) {}

  public Optional<RefreshWork> prepare(UUID linkId) {
    return links
        .find(linkId)
        .filter(link -> link.status() == IntegrationLinkStatus.LINKED)
        .filter(link -> !link.item().isRemoved())
        .map(this::work);
  }

  private RefreshWork work(IntegrationLink link) {
    return new RefreshWork(
        HeronTarget.of(link.integration(), cipher), link.item().itemId().value());
  }
}
