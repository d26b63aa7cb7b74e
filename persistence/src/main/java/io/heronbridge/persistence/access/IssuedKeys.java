package io.heronbridge.persistence.access;

import io.heronbridge.persistence.secret.Secret;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** All API keys. */
public final class IssuedKeys {
  private final EntityManager entityManager;

  public IssuedKeys(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(ApiKey key) {
    entityManager.persist(key);
  }

  /** The API key with this value, or with it until lately, while it works. */
  public Optional<ApiKey> working(Secret value, Instant now) {
    return entityManager
        .createQuery(
            "select k from ApiKey k where k.revokedAt is null"
                + " and (k.expiresAt is null or k.expiresAt > :now)"
                + " and (k.keyHash = :hash or (k.previousHash = :hash and k.previousUntil > :now))",
            ApiKey.class)
        .setParameter("hash", value.hash())
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }

  /** From here to the end of the transaction nobody else adds a key. */
  public void addAlone() {
    entityManager
        .createNativeQuery(
            "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('keys', 13))) AS locked")
        .getSingleResult();
  }

  /** Whether a key that is not revoked has the name, in capitals or not. */
  public boolean isTaken(String name) {
    return !entityManager
        .createQuery(
            "select k.id from ApiKey k where lower(k.name) = :name and k.revokedAt is null",
            UUID.class)
        .setParameter("name", name.toLowerCase(Locale.ROOT))
        .getResultList()
        .isEmpty();
  }

  /** All keys, those not revoked first, by name. */
  public List<ApiKey> all() {
    return entityManager
        .createQuery(
            "select k from ApiKey k"
                + " order by case when k.revokedAt is null then 0 else 1 end, lower(k.name), k.id",
            ApiKey.class)
        .getResultList();
  }

  public Optional<ApiKey> find(UUID id) {
    return Optional.ofNullable(entityManager.find(ApiKey.class, id));
  }

  /** As {@link #find}, locked until the transaction ends. */
  public Optional<ApiKey> findForChange(UUID id) {
    return Optional.ofNullable(
        entityManager.find(ApiKey.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Notes that a key was used. */
  public void use(UUID id, Instant now) {
    entityManager
        .createQuery("update ApiKey k set k.lastUsedAt = :now where k.id = :id")
        .setParameter("now", now)
        .setParameter("id", id)
        .executeUpdate();
  }
}
