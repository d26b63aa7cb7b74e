package io.heronbridge.persistence.integration;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All integrations of this deployment: a handful. */
public final class Integrations {
  private final EntityManager entityManager;

  public Integrations(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(Integration integration) {
    entityManager.persist(integration);
  }

  public void remove(Integration integration) {
    entityManager.remove(integration);
  }

  public Optional<Integration> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Integration.class, id));
  }

  /** The integration, locked against other changes until the transaction ends. */
  public Optional<Integration> findForChange(UUID id) {
    return Optional.ofNullable(
        entityManager.find(Integration.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Writes changes now: only then does a changed integration tell its new version. */
  public void flush() {
    entityManager.flush();
  }

  /** All of them, oldest first. */
  public List<Integration> all() {
    return entityManager
        .createQuery("select i from Integration i order by i.createdAt, i.id", Integration.class)
        .getResultList();
  }

  /** What people call each of them. */
  public Map<UUID, String> names() {
    return all().stream().collect(Collectors.toMap(Integration::id, Integration::name));
  }
}
