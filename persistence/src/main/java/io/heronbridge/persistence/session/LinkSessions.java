package io.heronbridge.persistence.session;

import io.heronbridge.persistence.enduser.EndUser;
import io.heronbridge.persistence.secret.Secret;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All link sessions. */
public final class LinkSessions {
  private final EntityManager entityManager;

  public LinkSessions(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(LinkSession session) {
    entityManager.persist(session);
  }

  /** The session of a hosted link, locked so that only one browser opens it. */
  public Optional<LinkSession> byToken(Secret token) {
    return entityManager
        .createQuery("select s from LinkSession s where s.tokenHash = :hash", LinkSession.class)
        .setParameter("hash", token.hash())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  public Optional<LinkSession> byCookie(Secret cookie) {
    return entityManager
        .createQuery("select s from LinkSession s where s.cookieHash = :hash", LinkSession.class)
        .setParameter("hash", cookie.hash())
        .getResultStream()
        .findFirst();
  }

  public Optional<LinkSession> find(UUID id) {
    return Optional.ofNullable(entityManager.find(LinkSession.class, id));
  }

  /** The session, locked against other changes until the transaction ends. */
  public Optional<LinkSession> findForChange(UUID id) {
    return Optional.ofNullable(
        entityManager.find(LinkSession.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The end user's sessions, newest first. */
  public List<LinkSession> of(EndUser endUser, int limit) {
    return entityManager
        .createQuery(
            "select s from LinkSession s where s.endUser = :endUser"
                + " order by s.createdAt desc, s.id",
            LinkSession.class)
        .setParameter("endUser", endUser)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * A bank was connected or mended through the session. Changes no other column, since it may be
   * opened or withdrawn at the same time.
   */
  public void served(UUID session, Instant now) {
    entityManager
        .createQuery(
            "update LinkSession s set s.servedAt = :now where s.id = :id and s.servedAt is null")
        .setParameter("id", session)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Deletes sessions that ended before a moment and led to nothing; tells which. */
  public List<UUID> forgetUnserved(Instant endedBefore, int limit) {
    return entityManager
        .createQuery(
            "select s.id from LinkSession s where s.servedAt is null and s.expiresAt < :end"
                + " order by s.expiresAt",
            UUID.class)
        .setParameter("end", endedBefore)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .filter(this::forgetUnserved)
        .toList();
  }

  /** Of several nodes that try at once, one deletes. */
  private boolean forgetUnserved(UUID id) {
    return entityManager
            .createQuery("delete from LinkSession s where s.id = :id and s.servedAt is null")
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }
}
