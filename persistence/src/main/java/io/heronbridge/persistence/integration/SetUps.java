package io.heronbridge.persistence.integration;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far every integration is set up, and what the integrations themselves prove of it. */
public final class SetUps {
  /** Banks whose webhooks are looked at: one of the latest has one within a day. */
  private static final int LATEST = 50;

  private final EntityManager entityManager;

  public SetUps(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public Optional<SetUp> of(UUID integration) {
    return Optional.ofNullable(entityManager.find(SetUp.class, integration));
  }

  /**
   * The row of an integration, made when there is none, and locked until the transaction ends.
   *
   * @param since when its settings became what they are, for a row that is made
   */
  public SetUp ofForChange(UUID integration, Instant since) {
    entityManager.flush();
    entityManager
        .createNativeQuery(
            """
            INSERT INTO integration_set_up (integration, settled_at)
            VALUES (:integration, :since)
            ON CONFLICT DO NOTHING""")
        .setParameter("integration", integration)
        .setParameter("since", since)
        .executeUpdate();
    return entityManager.find(SetUp.class, integration, LockModeType.PESSIMISTIC_WRITE);
  }

  /** When Heron last took a link of the integration, since a moment. */
  public Optional<Instant> linkedSince(UUID integration, Instant since) {
    return entityManager
        .createQuery(
            "select l.linkedAt from IntegrationLink l where l.integration.id = :integration"
                + " and l.linkedAt > :since order by l.linkedAt desc",
            Instant.class)
        .setParameter("integration", integration)
        .setParameter("since", since)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** When a webhook about one of the latest banks reached Heron, since a moment; any one does. */
  public Optional<Instant> relayedSince(UUID integration, Instant since) {
    return entityManager
        .createQuery(
            "select w.deliveredAt from ReceivedWebhook w where w.integration = :integration"
                + " and w.facts.itemId in :items and w.deliveredAt > :since",
            Instant.class)
        .setParameter("integration", integration)
        .setParameter("items", latestItems(integration))
        .setParameter("since", since)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private List<String> latestItems(UUID integration) {
    return entityManager
        .createQuery(
            "select l.item.itemId from IntegrationLink l where l.integration.id = :integration"
                + " and l.linkedAt is not null order by l.linkedAt desc",
            String.class)
        .setParameter("integration", integration)
        .setMaxResults(LATEST)
        .getResultList();
  }

  /** When a webhook of Heron's own came, since a moment; any one does. */
  public Optional<Instant> calledBackSince(UUID integration, Instant since) {
    return entityManager
        .createQuery(
            "select c.receivedAt from HeronCallback c where c.integration = :integration"
                + " and c.receivedAt > :since",
            Instant.class)
        .setParameter("integration", integration)
        .setParameter("since", since)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
