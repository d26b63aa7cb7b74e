package io.heronbridge.persistence.lenderevent;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All events for lenders' backends, in the caller's transaction. */
public final class LenderEvents {
  private static final String FORGET =
      """
      WITH old AS (
        DELETE FROM lender_event WHERE id IN (
          SELECT id FROM lender_event
           WHERE finished_at < :time OR erased AND finished_at IS NOT NULL
           LIMIT :most FOR UPDATE SKIP LOCKED)
        RETURNING id),
      gone AS (
        DELETE FROM finished_message m USING old
         WHERE m.kind = 'TELL_LENDER' AND m.subject = old.id)
      SELECT count(*) FROM old""";

  private final EntityManager entityManager;

  public LenderEvents(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(LenderEvent event) {
    entityManager.persist(event);
  }

  public Optional<LenderEvent> find(UUID id) {
    return Optional.ofNullable(entityManager.find(LenderEvent.class, id));
  }

  /** Whose event it is, without reading it; empty when there is none. */
  public Optional<UUID> integrationOf(UUID id) {
    return entityManager
        .createQuery("select e.integration from LenderEvent e where e.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /**
   * The end user is erased: what was sent of them goes with the next tidying, and what is still to
   * be sent as soon as that has been done.
   *
   * @param endUser the row
   */
  public void eraseOf(UUID endUser) {
    entityManager
        .createNativeQuery(
            "UPDATE lender_event SET erased = true, end_user = NULL WHERE end_user = :person")
        .setParameter("person", endUser)
        .executeUpdate();
  }

  /** The integration goes, and its events with it: no message about one is left to be resent. */
  public void forgetMessagesOf(UUID integration) {
    entityManager
        .createNativeQuery(
            "DELETE FROM finished_message"
                + " WHERE kind = 'TELL_LENDER' AND integration = :integration")
        .setParameter("integration", integration)
        .executeUpdate();
  }

  /**
   * Deletes what ended before, failed ones too, and what is left of end users who were erased.
   *
   * @return how many
   */
  public int forgetBefore(Instant time, int most) {
    return ((Number)
            entityManager
                .createNativeQuery(FORGET)
                .setParameter("time", time)
                .setParameter("most", most)
                .getSingleResult())
        .intValue();
  }
}
