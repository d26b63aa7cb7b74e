package io.heronbridge.persistence.item;

import io.heronbridge.persistence.enduser.EndUser;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
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

  /** The row of an item and its integration's, without reading the item. */
  public record Place(UUID item, UUID integration) {}

  public Optional<Place> placeOf(ItemId id) {
    return entityManager
        .createQuery(
            "select i.id, i.integration.id from Item i where i.itemId = :id", Object[].class)
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst()
        .map(row -> new Place((UUID) row[0], (UUID) row[1]));
  }

  /** The row of an item, if it is this end user's in this integration, without reading the item. */
  public Optional<UUID> rowOf(ItemId id, UUID integration, UUID endUser) {
    return entityManager
        .createQuery(
            "select i.id from Item i where i.itemId = :id"
                + " and i.integration.id = :integration and i.endUser.id = :endUser",
            UUID.class)
        .setParameter("id", id.value())
        .setParameter("integration", integration)
        .setParameter("endUser", endUser)
        .getResultStream()
        .findFirst();
  }

  /** The id of an item that is not removed, without reading the item. */
  public Optional<ItemId> connected(UUID row) {
    return entityManager
        .createQuery(
            "select i.itemId from Item i where i.id = :row and i.status <> :removed", String.class)
        .setParameter("row", row)
        .setParameter("removed", ItemStatus.REMOVED)
        .getResultStream()
        .findFirst()
        .map(ItemId::new);
  }

  public Optional<Item> find(UUID row) {
    return Optional.ofNullable(entityManager.find(Item.class, row));
  }

  /** The item, locked against other changes until the transaction ends. */
  public Optional<Item> findForChange(UUID row) {
    return Optional.ofNullable(entityManager.find(Item.class, row, LockModeType.PESSIMISTIC_WRITE));
  }

  public Optional<Item> find(ItemId id) {
    return entityManager
        .createQuery("select i from Item i where i.itemId = :id", Item.class)
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst();
  }

  /** Those of the items that we have. */
  public List<Item> findAll(Collection<ItemId> ids) {
    return entityManager
        .createQuery("select i from Item i join fetch i.endUser where i.itemId in :ids", Item.class)
        .setParameter("ids", ids.stream().map(ItemId::value).toList())
        .getResultList();
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

  public void add(WebhookMove move) {
    entityManager.persist(move);
  }

  public Optional<WebhookMove> webhookMove(UUID item) {
    return Optional.ofNullable(entityManager.find(WebhookMove.class, item));
  }

  /** The item's webhook move, locked against other changes until the transaction ends. */
  public Optional<WebhookMove> webhookMoveForChange(UUID item) {
    return Optional.ofNullable(
        entityManager.find(WebhookMove.class, item, LockModeType.PESSIMISTIC_WRITE));
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
