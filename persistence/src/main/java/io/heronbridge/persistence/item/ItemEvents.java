package io.heronbridge.persistence.item;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** What was said of items and done to them. */
public final class ItemEvents {
  private final EntityManager entityManager;

  public ItemEvents(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(ItemEvent event) {
    entityManager.persist(event);
  }

  /** Everything about an item, in the order in which it was told. */
  public List<ItemEvent> of(Item item) {
    return of(item, EnumSet.allOf(ItemEventKind.class));
  }

  /** What decides an item's health, in the order in which it was told. */
  public List<ItemEvent> decisiveOf(Item item) {
    return of(item, ItemHealth.DECISIVE);
  }

  /** The latest of a kind. */
  public Optional<ItemEvent> latest(Item item, ItemEventKind kind) {
    List<ItemEvent> all = of(item, EnumSet.of(kind));
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  private List<ItemEvent> of(Item item, Collection<ItemEventKind> kinds) {
    return entityManager
        .createQuery(
            "select e from ItemEvent e where e.item = :item and e.kind in :kinds"
                + " order by e.toldAt, e.id",
            ItemEvent.class)
        .setParameter("item", item.id())
        .setParameter("kinds", kinds)
        .getResultList();
  }
}
