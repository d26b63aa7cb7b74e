package io.heronbridge.persistence.enduser;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** All end users. */
public final class EndUsers {
  /** Everything that is about one person, what points at others first. */
  private static final List<String> ERASURE =
      List.of(
          """
          DELETE FROM resend_job
           WHERE end_user_id = (SELECT end_user_id FROM end_user WHERE id = :id)""",
          deleteAbout("outbox_message"),
          deleteAbout("finished_message"),
          deleteAbout("attempt"),
          """
          DELETE FROM received_webhook WHERE item_id IN (
            SELECT item_id FROM item WHERE end_user = :id)""",
          """
          DELETE FROM heron_callback WHERE item_id IN (
            SELECT item_id FROM item WHERE end_user = :id)
             OR end_user_id = (SELECT end_user_id FROM end_user WHERE id = :id)""",
          "DELETE FROM integration_link WHERE item IN (SELECT i.id FROM item i WHERE i.end_user = :id)",
          "DELETE FROM public_token_claim WHERE end_user = :id",
          "DELETE FROM link_exit WHERE end_user = :id",
          "DELETE FROM item WHERE end_user = :id",
          "DELETE FROM link_session WHERE end_user = :id",
          "DELETE FROM end_user WHERE id = :id");

  private static String deleteAbout(String table) {
    return """
        DELETE FROM %s WHERE subject IN (
          SELECT l.id FROM integration_link l JOIN item i ON i.id = l.item WHERE i.end_user = :id
          UNION ALL
          SELECT i.id FROM item i WHERE i.end_user = :id
          UNION ALL
          SELECT w.id FROM received_webhook w JOIN item i ON i.item_id = w.item_id
           WHERE i.end_user = :id)"""
        .formatted(table);
  }

  private final EntityManager entityManager;

  public EndUsers(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public Optional<EndUser> find(UUID id) {
    return Optional.ofNullable(entityManager.find(EndUser.class, id));
  }

  public Optional<EndUser> find(EndUserId id) {
    return entityManager
        .createQuery("select e from EndUser e where e.endUserId = :id", EndUser.class)
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst();
  }

  /** Those of the end users that we have. */
  public List<EndUser> findAll(Collection<EndUserId> ids) {
    return entityManager
        .createQuery("select e from EndUser e where e.endUserId in :ids", EndUser.class)
        .setParameter("ids", ids.stream().map(EndUserId::value).toList())
        .getResultList();
  }

  /** The end user with this id, created when it is the first time we hear of them; race-free. */
  public EndUser findOrCreate(EndUserId id, Optional<String> name, Instant now) {
    create(id, name, now);
    EndUser endUser = find(id).orElseThrow();
    if (endUser.name().isEmpty()) {
      name.ifPresent(endUser::rename);
    }
    return endUser;
  }

  /** Makes others who want the same lock on the end user wait until this transaction ends. */
  public void lock(EndUser endUser) {
    entityManager
        .createNativeQuery("SELECT 1 FROM end_user WHERE id = :id FOR NO KEY UPDATE")
        .setParameter("id", endUser.id())
        .getSingleResult();
  }

  /** Makes everybody wait who wants to add something about the end user. */
  public void lockAgainstArrivals(EndUser endUser) {
    entityManager
        .createNativeQuery("SELECT 1 FROM end_user WHERE id = :id FOR UPDATE")
        .setParameter("id", endUser.id())
        .getSingleResult();
  }

  /** The integrations in which anything is known of the end user. */
  public List<UUID> integrationsOf(EndUser endUser) {
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                SELECT integration FROM item WHERE end_user = :id
                UNION SELECT integration FROM public_token_claim WHERE end_user = :id
                UNION SELECT integration FROM link_session WHERE end_user = :id""")
            .setParameter("id", endUser.id())
            .getResultList();
    return rows.stream().map(UUID.class::cast).toList();
  }

  /** Adds the end user unless there is one with that id; tells whether it was added. */
  public boolean create(EndUserId id, Optional<String> name, Instant now) {
    return entityManager
            .createNativeQuery(
                """
                INSERT INTO end_user (id, end_user_id, name, created_at)
                VALUES (:id, :endUserId, NULLIF(:name, ''), :now)
                ON CONFLICT (end_user_id) DO NOTHING""")
            .setParameter("id", UUID.randomUUID())
            .setParameter("endUserId", id.value())
            .setParameter("name", name.orElse(""))
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  /** Deletes the person and all that is about them; their items must have been removed at Plaid. */
  public void erase(EndUser endUser) {
    UUID id = endUser.id();
    entityManager.flush();
    entityManager.clear();
    for (String statement : ERASURE) {
      entityManager.createNativeQuery(statement).setParameter("id", id).executeUpdate();
    }
  }

  /**
   * End users whose id or name holds the text, in order of their id, from the one after the cursor.
   */
  public List<EndUser> search(String text, String afterId, int limit) {
    return entityManager
        .createQuery(
            "select e from EndUser e where e.endUserId > :after"
                + " and (locate(:text, lower(e.endUserId)) > 0 or locate(:text, lower(e.name)) > 0)"
                + " order by e.endUserId",
            EndUser.class)
        .setParameter("after", afterId)
        .setParameter("text", text.toLowerCase(Locale.ROOT))
        .setMaxResults(limit)
        .getResultList();
  }
}
