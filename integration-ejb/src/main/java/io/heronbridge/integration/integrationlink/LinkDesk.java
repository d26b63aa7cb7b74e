package io.heronbridge.integration.integrationlink;

import io.heronbridge.integration.heron.HeronClient.NewLink;
import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Reads what a submission needs, before the call. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LinkDesk {
  @Inject IntegrationLinks links;
  @Inject SecretCipher cipher;

  /** The work, or empty when there is nothing left to do for this link. */
  public Optional<LinkWork> prepare(UUID linkId) {
    Optional<IntegrationLink> found = links.find(linkId);
    if (found.isEmpty() || found.get().status() != IntegrationLinkStatus.PENDING) {
      return Optional.empty();
    }
    Item item = found.get().item();
    Integration integration = found.get().integration();
    return item.accessToken(cipher).map(token -> work(item, integration, token));
  }

  private LinkWork work(Item item, Integration integration, Secret token) {
    return new LinkWork(
        integration.id(),
        integration.version(),
        integration.isPaused(),
        HeronTarget.of(integration, cipher),
        new NewLink(
            item.itemId().value(),
            token,
            item.endUser().endUserId().value(),
            item.endUser().name()));
  }
}
