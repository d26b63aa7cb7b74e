package io.heronbridge.persistence.integrationlink;

import io.heronbridge.persistence.item.Item;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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

  /** The id of an item's link, without reading the link. */
  public Optional<UUID> idOf(Item item) {
    return entityManager
        .createQuery("select l.id from IntegrationLink l where l.item = :item", UUID.class)
        .setParameter("item", item)
        .getResultStream()
        .findFirst();
  }

  public Optional<IntegrationLink> of(Item item) {
    return entityManager
        .createQuery("select l from IntegrationLink l where l.item = :item", IntegrationLink.class)
        .setParameter("item", item)
        .getResultStream()
        .findFirst();
  }
}
