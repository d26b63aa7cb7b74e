package io.heronbridge.persistence.integrationlink;

import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.item.Item;
import io.heronbridge.persistence.item.ItemStatus;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import io.heronbridge.persistence.outbox.MessageKind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All integration links. */
public final class IntegrationLinks {
  private final EntityManager entityManager;

  public IntegrationLinks(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(IntegrationLink link) {
    entityManager.persist(link);
  }

  public Optional<IntegrationLink> find(UUID id) {
    return Optional.ofNullable(entityManager.find(IntegrationLink.class, id));
  }

  /** The link, locked against other changes until the transaction ends. */
  public Optional<IntegrationLink> findForChange(UUID id) {
    return Optional.ofNullable(
        entityManager.find(IntegrationLink.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** These links, locked as by {@link #findForChange(UUID)}, always in the same order. */
  public List<IntegrationLink> findForChange(Collection<UUID> ids) {
    return entityManager
        .createQuery(
            "select l from IntegrationLink l where l.id in :ids order by l.id",
            IntegrationLink.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** How many links of the integrations Heron took in the best minute since then. */
  public long bestMinute(Collection<UUID> integrations, Instant since) {
    Object most =
        entityManager
            .createNativeQuery(
                """
                SELECT coalesce(max(made), 0)
                  FROM (SELECT count(*) AS made
                          FROM integration_link
                         WHERE integration IN :integrations AND linked_at > :since
                         GROUP BY date_trunc('minute', linked_at)) AS minutes""")
            .setParameter("integrations", integrations)
            .setParameter("since", since)
            .getSingleResult();
    return ((Number) most).longValue();
  }

  /** Ids of the links that Heron has of an end user, always in the same order. */
  public List<UUID> linkedOf(UUID integration, String endUserId, int limit) {
    return entityManager
        .createQuery(
            "select l.id from IntegrationLink l where l.integration.id = :integration"
                + " and l.item.endUser.endUserId = :endUser and l.item.status <> :removed"
                + " and l.status = :linked order by l.id",
            UUID.class)
        .setParameter("integration", integration)
        .setParameter("endUser", endUserId)
        .setParameter("removed", ItemStatus.REMOVED)
        .setParameter("linked", IntegrationLinkStatus.LINKED)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The id of an item's link, without reading the link. */
  public Optional<UUID> idOf(Item item) {
    return entityManager
        .createQuery("select l.id from IntegrationLink l where l.item = :item", UUID.class)
        .setParameter("item", item)
        .getResultStream()
        .findFirst();
  }

  /**
   * Links of the same end user in the same integration of Heron's, be it one of ours or several,
   * whose banks are still connected and which Heron has or is about to get.
   */
  public List<UUID> othersAtHeron(IntegrationLink link) {
    return entityManager
        .createQuery(
            "select l.id from IntegrationLink l where l.item.endUser = :endUser"
                + " and l.integration.heron.linkUrl = :linkUrl and l.id <> :id"
                + " and l.item.status <> :removed and l.status in :atHeron order by l.id",
            UUID.class)
        .setParameter("endUser", link.item().endUser())
        .setParameter("linkUrl", link.integration().heron().linkUrl())
        .setParameter("id", link.id())
        .setParameter("removed", ItemStatus.REMOVED)
        .setParameter(
            "atHeron", List.of(IntegrationLinkStatus.PENDING, IntegrationLinkStatus.LINKED))
        .getResultList();
  }

  /** Links of the end user that Heron has, and has not been told to stop since it has them. */
  public List<IntegrationLink> untoldOf(EndUser endUser) {
    return entityManager
        .createQuery(
            "select l from IntegrationLink l"
                + " where l.item.endUser = :endUser and l.status = :linked and not exists ("
                + " select a.id from Attempt a, IntegrationLink told"
                + " where a.kind = :disable and a.subject = told.id"
                + " and told.integration = l.integration and told.item.endUser = :endUser"
                + " and a.outcome = :delivered and a.startedAt > l.linkedAt) order by l.id",
            IntegrationLink.class)
        .setParameter("endUser", endUser)
        .setParameter("linked", IntegrationLinkStatus.LINKED)
        .setParameter("disable", MessageKind.DISABLE_LINKS)
        .setParameter("delivered", AttemptOutcome.DELIVERED)
        .getResultList();
  }

  /** The ids of the items' links. */
  public List<UUID> idsOf(Collection<Item> items) {
    return entityManager
        .createQuery("select l.id from IntegrationLink l where l.item in :items", UUID.class)
        .setParameter("items", items)
        .getResultList();
  }

  /** Has every link of an integration read at once; tells how many. */
  public int readAll(UUID integration, Instant now) {
    return entityManager
        .createNativeQuery(
            """
            UPDATE integration_link
               SET read_due_at = LEAST(read_due_at, :now), read_plaid = true, reads = 0
             WHERE integration = :integration AND status <> 'CANCELLED'
               AND EXISTS (SELECT 1 FROM item i WHERE i.id = item AND i.status <> 'REMOVED')""")
        .setParameter("integration", integration)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** The integration a link belongs to, without reading the link. */
  public Optional<UUID> integrationOf(UUID id) {
    return entityManager
        .createQuery("select l.integration.id from IntegrationLink l where l.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** These links with all that they belong to. */
  public List<IntegrationLink> withItems(Collection<UUID> ids) {
    return entityManager
        .createQuery(
            "select l from IntegrationLink l join fetch l.item join fetch l.integration"
                + " join fetch l.item.endUser join fetch l.item.integration"
                + " where l.id in :ids order by l.id",
            IntegrationLink.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** The links of the end user's latest items, removed ones included. */
  public List<IntegrationLink> latestOf(EndUser endUser, int limit) {
    return entityManager
        .createQuery(
            "select l from IntegrationLink l join fetch l.item join fetch l.integration"
                + " where l.item.endUser = :endUser order by l.item.createdAt desc, l.id",
            IntegrationLink.class)
        .setParameter("endUser", endUser)
        .setMaxResults(limit)
        .getResultList();
  }

  public Optional<IntegrationLink> of(Item item) {
    return entityManager
        .createQuery("select l from IntegrationLink l where l.item = :item", IntegrationLink.class)
        .setParameter("item", item)
        .getResultStream()
        .findFirst();
  }
}
