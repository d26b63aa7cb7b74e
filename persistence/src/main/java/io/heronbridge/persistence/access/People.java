package io.heronbridge.persistence.access;

import io.heronbridge.persistence.secret.Secret;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** All administrators, their sessions, and API keys. */
public final class People {
  private final EntityManager entityManager;

  public People(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(AdminUser user) {
    entityManager.persist(user);
  }

  public void add(AdminSession session) {
    entityManager.persist(session);
  }

  public void add(ApiKey key) {
    entityManager.persist(key);
  }

  public boolean anyAdministrator() {
    return !entityManager
        .createQuery("select u.id from AdminUser u", java.util.UUID.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  public Optional<AdminUser> administrator(String username) {
    return entityManager
        .createQuery("select u from AdminUser u where u.username = :username", AdminUser.class)
        .setParameter("username", username)
        .getResultStream()
        .findFirst();
  }

  /** The session with this token, unless it has ended. */
  public Optional<AdminSession> session(Secret token, Instant now) {
    return entityManager
        .createQuery(
            "select s from AdminSession s where s.tokenHash = :hash and s.expiresAt > :now",
            AdminSession.class)
        .setParameter("hash", token.hash())
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }

  public void end(Secret sessionToken) {
    entityManager
        .createQuery("delete from AdminSession s where s.tokenHash = :hash")
        .setParameter("hash", sessionToken.hash())
        .executeUpdate();
  }

  public void forgetEndedSessions(Instant now) {
    entityManager
        .createQuery("delete from AdminSession s where s.expiresAt <= :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  /** The API key with this value, unless it was revoked. */
  public Optional<ApiKey> apiKey(Secret key) {
    return entityManager
        .createQuery(
            "select k from ApiKey k where k.keyHash = :hash and k.revokedAt is null", ApiKey.class)
        .setParameter("hash", key.hash())
        .getResultStream()
        .findFirst();
  }
}
