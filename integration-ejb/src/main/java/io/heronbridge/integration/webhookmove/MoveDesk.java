package io.heronbridge.integration.webhookmove;

import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Reads what a move needs, before the call. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MoveDesk {
  @Inject Items items;
  @Inject PublicUrls urls;
  @Inject SecretCipher cipher;

  /** Which item, with whose keys, and the address its webhooks are to go to. */
  public record MoveWork(PlaidTarget target, Secret accessToken, String url) {}

  /** Empty when the item was removed. */
  public Optional<MoveWork> prepare(UUID item) {
    return items
        .find(item)
        .flatMap(found -> found.accessToken(cipher).map(token -> work(found, token)));
  }

  private MoveWork work(Item item, Secret token) {
    return new MoveWork(
        PlaidTarget.of(item.integration(), cipher), token, urls.webhookOf(item.integration()));
  }
}
