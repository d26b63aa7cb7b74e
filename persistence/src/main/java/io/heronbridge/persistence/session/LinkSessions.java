package io.heronbridge.persistence.session;

import io.heronbridge.persistence.secret.Secret;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

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
}
