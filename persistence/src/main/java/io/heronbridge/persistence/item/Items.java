package io.heronbridge.persistence.item;

import io.heronbridge.persistence.enduser.EndUser;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All items, removed ones included. */
public final class Items {
  private final EntityManager entityManager;

  public Items(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(Item item) {
    entityManager.persist(item);
  }

  public Optional<Item> find(ItemId id) {
    return entityManager
        .createQuery("select i from Item i where i.itemId = :id", Item.class)
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst();
  }

  /** The item, locked against other changes until the transaction ends. */
  public Optional<Item> findForChange(ItemId id) {
    return entityManager
        .createQuery("select i from Item i where i.itemId = :id", Item.class)
        .setParameter("id", id.value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The end user's items that are not removed, oldest first. */
  public List<Item> connectedBy(EndUser endUser) {
    return entityManager
        .createQuery(
            "select i from Item i where i.endUser = :endUser and i.status <> :removed"
                + " order by i.createdAt, i.id",
            Item.class)
        .setParameter("endUser", endUser)
        .setParameter("removed", ItemStatus.REMOVED)
        .getResultList();
  }

  /** Whether the integration ever had an item. */
  public boolean anyOf(UUID integration) {
    return !entityManager
        .createQuery("select i.id from Item i where i.integration.id = :integration", UUID.class)
        .setParameter("integration", integration)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
