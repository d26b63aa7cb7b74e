package io.heronbridge.it.probe;

import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.integration.HeronAccount;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.IntegrationDescription;
import io.heronbridge.persistence.integration.LinkSettings;
import io.heronbridge.persistence.integration.PlaidAccount;
import io.heronbridge.persistence.integration.PlaidEnvironment;
import io.heronbridge.persistence.integration.WebhookDelivery;
import io.heronbridge.persistence.item.Bank;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.secret.SealBrokenException;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows with secrets in them, and what becomes of a secret that is moved. */
@Stateless
public class SealProbe {
  @Inject EntityManager entityManager;
  @Inject Items items;
  @Inject SecretCipher cipher;
  @Inject Clock clock;

  /** An integration whose links nobody submits. */
  public UUID addPausedIntegration() {
    Instant now = clock.instant();
    Integration integration = new Integration(UUID.randomUUID(), now);
    integration.describe(description(), now);
    integration.keepSecrets(
        cipher,
        Optional.of(new Secret("a Plaid secret")),
        Optional.of(new Secret("a Heron key")),
        Optional.empty());
    integration.pause("a test wants peace", now);
    entityManager.persist(integration);
    return integration.id();
  }

  private static IntegrationDescription description() {
    return new IntegrationDescription(
        "Probe",
        new PlaidAccount(PlaidEnvironment.SANDBOX, null, "client"),
        new HeronAccount("https://heron.invalid/links", "https://heron.invalid/webhooks", 0),
        new LinkSettings("Probe", List.of("transactions"), List.of("US"), "en"),
        WebhookDelivery.RELAY,
        false,
        List.of());
  }

  /** Adds an item with this access token and tells its item_id. */
  public String addItem(UUID integration, Secret accessToken) {
    Instant now = clock.instant();
    EndUser endUser = new EndUser(new EndUserId("probe-" + UUID.randomUUID()), null, now);
    entityManager.persist(endUser);
    Item item =
        new Item(
            new ItemId("item-" + UUID.randomUUID()),
            entityManager.find(Integration.class, integration),
            endUser,
            Bank.unknown(),
            now);
    item.keepAccessToken(cipher, accessToken);
    entityManager.persist(item);
    return item.itemId().value();
  }

  /** Puts the ciphertext of one row into another, as someone with the database could. */
  public void moveAccessToken(String from, String to) {
    entityManager
        .createNativeQuery(
            "UPDATE item SET access_token = (SELECT access_token FROM item WHERE item_id = :from)"
                + " WHERE item_id = :to")
        .setParameter("from", from)
        .setParameter("to", to)
        .executeUpdate();
  }

  /** The access token, as far as it opens where it stands. */
  public Optional<Secret> accessTokenOf(String itemId) {
    try {
      return items.find(new ItemId(itemId)).orElseThrow().accessToken(cipher);
    } catch (SealBrokenException e) {
      return Optional.empty();
    }
  }

  public boolean hasMessageAbout(UUID subject) {
    entityManager.flush();
    return ((Number)
                entityManager
                    .createNativeQuery(
                        "SELECT count(*) FROM outbox_message WHERE subject = :subject")
                    .setParameter("subject", subject)
                    .getSingleResult())
            .intValue()
        == 1;
  }
}
