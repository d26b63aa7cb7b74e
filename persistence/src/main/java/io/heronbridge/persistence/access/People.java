package io.heronbridge.persistence.access;

import io.heronbridge.persistence.secret.Secret;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All administrators and their sessions. */
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

  public Optional<AdminUser> administrator(String username) {
    return entityManager
        .createQuery("select u from AdminUser u where u.username = :username", AdminUser.class)
        .setParameter("username", username)
        .getResultStream()
        .findFirst();
  }

  /** Whether the name is taken, in capitals or not. */
  public boolean isTaken(String username) {
    return !entityManager
        .createQuery("select u.id from AdminUser u where lower(u.username) = :name", UUID.class)
        .setParameter("name", username.toLowerCase(Locale.ROOT))
        .getResultList()
        .isEmpty();
  }

  /** Everybody, by name. */
  public List<AdminUser> all() {
    return entityManager
        .createQuery("select u from AdminUser u order by lower(u.username)", AdminUser.class)
        .getResultList();
  }

  public Optional<AdminUser> find(UUID id) {
    return Optional.ofNullable(entityManager.find(AdminUser.class, id));
  }

  /** As {@link #find}, locked until the transaction ends. */
  public Optional<AdminUser> findForChange(UUID id) {
    return Optional.ofNullable(
        entityManager.find(AdminUser.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** From here to the end of the transaction nobody else adds or changes people. */
  public void changeAlone() {
    entityManager
        .createNativeQuery(
            "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('people', 13))) AS locked")
        .getSingleResult();
  }

  /** How many administrators may come in. */
  public long countActiveAdministrators() {
    return entityManager
        .createQuery(
            "select count(u) from AdminUser u where u.role = :admin and u.deactivatedAt is null",
            Long.class)
        .setParameter("admin", Role.ADMIN)
        .getSingleResult();
  }

  /**
   * Notes that somebody came in, if the password that was tried is still theirs and lets them in.
   *
   * @return whether that is so
   */
  public boolean noteSignIn(UUID user, String triedHash, Instant now) {
    return entityManager
            .createQuery(
                "update AdminUser u set u.lastSignInAt = :now where u.id = :id"
                    + " and u.passwordHash = :hash and u.deactivatedAt is null"
                    + " and (u.oneTimeUntil is null or u.oneTimeUntil > :now)")
            .setParameter("now", now)
            .setParameter("id", user)
            .setParameter("hash", triedHash)
            .executeUpdate()
        == 1;
  }

  /** As {@link #administrator}, locked until the transaction ends. */
  public Optional<AdminUser> administratorForChange(String username) {
    return entityManager
        .createQuery("select u from AdminUser u where u.username = :username", AdminUser.class)
        .setParameter("username", username)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The session with this token, unless it has ended or its person may not come in any more. */
  public Optional<AdminSession> session(Secret token, Instant now) {
    return entityManager
        .createQuery(
            "select s from AdminSession s where s.tokenHash = :hash and s.expiresAt > :now"
                + " and s.user.deactivatedAt is null",
            AdminSession.class)
        .setParameter("hash", token.hash())
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }

  /** The sessions of one person that have not ended, latest first. */
  public List<AdminSession> sessionsOf(UUID user, Instant now) {
    return entityManager
        .createQuery(
            "select s from AdminSession s where s.user.id = :user and s.expiresAt > :now"
                + " order by s.lastSeenAt desc, s.id",
            AdminSession.class)
        .setParameter("user", user)
        .setParameter("now", now)
        .getResultList();
  }

  /** How many sessions have not ended, by person. */
  public Map<UUID, Long> countSessions(Instant now) {
    return entityManager
        .createQuery(
            "select s.user.id, count(s) from AdminSession s where s.expiresAt > :now"
                + " group by s.user.id",
            Object[].class)
        .setParameter("now", now)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
  }

  /** Notes that a session was used. */
  public void see(UUID session, Instant now) {
    entityManager
        .createQuery("update AdminSession s set s.lastSeenAt = :now where s.id = :id")
        .setParameter("now", now)
        .setParameter("id", session)
        .executeUpdate();
  }

  /**
   * Ends one session of a person.
   *
   * @return whether there was one
   */
  public boolean end(UUID session, UUID user) {
    return entityManager
            .createQuery("delete from AdminSession s where s.id = :id and s.user.id = :user")
            .setParameter("id", session)
            .setParameter("user", user)
            .executeUpdate()
        == 1;
  }

  /** Ends all sessions of a person; tells how many. */
  public int endAll(UUID user) {
    return entityManager
        .createQuery("delete from AdminSession s where s.user.id = :user")
        .setParameter("user", user)
        .executeUpdate();
  }

  /** Ends all sessions of a person but the one with this token; tells how many. */
  public int endOthers(UUID user, Secret kept) {
    return entityManager
        .createQuery("delete from AdminSession s where s.user.id = :user and s.tokenHash <> :kept")
        .setParameter("user", user)
        .setParameter("kept", kept.hash())
        .executeUpdate();
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
}
