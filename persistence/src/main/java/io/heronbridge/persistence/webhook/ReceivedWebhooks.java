package io.heronbridge.persistence.webhook;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All verified webhooks, and the count of those refused. */
public final class ReceivedWebhooks {
  private final EntityManager entityManager;

  public ReceivedWebhooks(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(ReceivedWebhook webhook) {
    entityManager.persist(webhook);
  }

  public Optional<ReceivedWebhook> find(UUID id) {
    return Optional.ofNullable(entityManager.find(ReceivedWebhook.class, id));
  }

  /** Whether the integration has a webhook that came with this very signature. */
  public boolean anySignedBy(UUID integration, byte[] signatureSha256) {
    return entityManager
            .createQuery(
                "select count(w) from ReceivedWebhook w"
                    + " where w.integration = :integration and w.signatureSha256 = :hash",
                Long.class)
            .setParameter("integration", integration)
            .setParameter("hash", signatureSha256)
            .getSingleResult()
        > 0;
  }

  /** The first of an item's webhooks that reached Heron, or else the latest. */
  public Optional<ReceivedWebhook> furthestOf(UUID integration, String itemId) {
    return entityManager
        .createQuery(
            "select w from ReceivedWebhook w"
                + " where w.facts.itemId = :item and w.integration = :integration"
                // Those without an answer come last.
                + " order by w.deliveredAt, w.receivedAt desc",
            ReceivedWebhook.class)
        .setParameter("item", itemId)
        .setParameter("integration", integration)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** An item's webhooks for which Heron was asked to refresh. */
  public List<ReceivedWebhook> awaitingRefresh(String itemId) {
    return entityManager
        .createQuery(
            "select w from ReceivedWebhook w"
                + " where w.facts.itemId = :item and w.status = :status order by w.id",
            ReceivedWebhook.class)
        .setParameter("item", itemId)
        .setParameter("status", WebhookStatus.REFRESH_REQUESTED)
        .getResultList();
  }

  /**
   * An integration's webhooks of type {@code ITEM} about an item, in the order of their receipt.
   */
  public List<ReceivedWebhook> ofTypeItem(UUID integration, String itemId) {
    return entityManager
        .createQuery(
            "select w from ReceivedWebhook w"
                + " where w.facts.itemId = :item and w.integration = :integration"
                + " and w.facts.type = 'ITEM' order by w.receivedAt, w.id",
            ReceivedWebhook.class)
        .setParameter("item", itemId)
        .setParameter("integration", integration)
        .getResultList();
  }

  /** Counts webhooks that were refused for one reason; nothing else of them is kept. */
  public void countRefused(UUID integration, String reason, long count, Instant now) {
    entityManager
        .createNativeQuery(
            """
            INSERT INTO refused_webhook AS r (integration, reason, day, refused, last_at)
            VALUES (:integration, :reason, :day, :count, :now)
            ON CONFLICT (integration, reason, day)
            DO UPDATE SET refused = r.refused + excluded.refused, last_at = excluded.last_at""")
        .setParameter("integration", integration)
        .setParameter("reason", reason)
        .setParameter("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
        .setParameter("count", count)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Makes webhooks of an item and the linking of that item happen one after the other. */
  public void serialise(String itemId) {
    entityManager
        .createNativeQuery(
            "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:item, 7))) AS locked")
        .setParameter("item", itemId)
        .getSingleResult();
  }
}
