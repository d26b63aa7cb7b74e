package io.heronbridge.persistence.session;

import io.heronbridge.persistence.enduser.EndUser;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** All exits from Plaid Link of the last months. */
public final class LinkExits {
  private final EntityManager entityManager;

  public LinkExits(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(LinkExit exit) {
    entityManager.persist(exit);
  }

  /** How many exits a session has reported; exact while the session is locked. */
  public long countOf(LinkSession session) {
    return entityManager
        .createQuery("select count(e) from LinkExit e where e.linkSession = :session", Long.class)
        .setParameter("session", session.id())
        .getSingleResult();
  }

  /** The end user's exits, newest first. */
  public List<LinkExit> of(EndUser endUser, int limit) {
    return entityManager
        .createQuery(
            "select e from LinkExit e where e.endUser = :endUser order by e.at desc, e.id",
            LinkExit.class)
        .setParameter("endUser", endUser)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Deletes what is older than a moment; tells how many there were. */
  public int forgetOlderThan(Instant end) {
    return entityManager
        .createQuery("delete from LinkExit e where e.at < :end")
        .setParameter("end", end)
        .executeUpdate();
  }
}
