package io.heronbridge.persistence.access;

import jakarta.persistence.EntityManager;
import java.time.Instant;

/** How many sign-ins were refused, by person, kind of address and hour. */
public final class SignInRefusals {
  private final EntityManager entityManager;

  public SignInRefusals(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * Counts one more.
   *
   * @param username of somebody who exists, or empty
   * @return how many there were in the hour, with this one
   */
  public long count(String username, String action, Origin origin, Instant hour) {
    Object refused =
        entityManager
            .createNativeQuery(
                """
                INSERT INTO sign_in_refusal AS r (username, action, origin, hour, refused)
                VALUES (:username, :action, :origin, :hour, 1)
                ON CONFLICT (username, action, origin, hour)
                DO UPDATE SET refused = r.refused + 1
                RETURNING refused""")
            .setParameter("username", username)
            .setParameter("action", action)
            .setParameter("origin", origin.name())
            .setParameter("hour", hour)
            .getSingleResult();
    return ((Number) refused).longValue();
  }

  /** Forgets what was counted for somebody; tells how many there were. */
  public long forget(String username) {
    Object refused =
        entityManager
            .createNativeQuery(
                """
                WITH gone AS (DELETE FROM sign_in_refusal WHERE username = :username
                              RETURNING refused)
                SELECT coalesce(sum(refused), 0) FROM gone""")
            .setParameter("username", username)
            .getSingleResult();
    return ((Number) refused).longValue();
  }

  /** Forgets the hours before a moment. */
  public void forgetBefore(Instant end) {
    entityManager
        .createNativeQuery("DELETE FROM sign_in_refusal WHERE hour < :end")
        .setParameter("end", end)
        .executeUpdate();
  }
}
