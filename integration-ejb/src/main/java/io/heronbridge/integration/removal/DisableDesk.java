package io.heronbridge.integration.removal;

import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Reads what Heron is to be told, before the call. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DisableDesk {
  @Inject IntegrationLinks links;
  @Inject LastBank lastBank;
  @Inject SecretCipher cipher;

  /** Whose links are to be disabled, and with whose key. */
  public record DisableWork(HeronTarget target, String endUserId) {}

  /** Empty when the end user has, or soon has, another bank at Heron: Heron would stop that too. */
  public Optional<DisableWork> prepare(UUID linkId) {
    return links
        .find(linkId)
        .filter(link -> link.item().isRemoved())
        .filter(lastBank::is)
        .map(this::work);
  }

  private DisableWork work(IntegrationLink link) {
    return new DisableWork(
        HeronTarget.of(link.integration(), cipher), link.item().endUser().endUserId().value());
  }
}
