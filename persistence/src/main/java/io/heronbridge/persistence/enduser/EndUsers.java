package io.heronbridge.persistence.enduser;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All end users. */
public final class EndUsers {
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

  /** The end user with this id, created when it is the first time we hear of them; race-free. */
  public EndUser findOrCreate(EndUserId id, Optional<String> name, Instant now) {
    create(id, name, now);
    return find(id).orElseThrow();
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

  /**
   * End users whose id or name holds the text, in order of their id, from the one after the cursor.
   */
  public List<EndUser> search(String text, String afterId, int limit) {
    return entityManager
        .createQuery(
            "select e from EndUser e where e.endUserId > :after"
                + " and (lower(e.endUserId) like :text escape '!' or lower(e.name) like :text escape '!')"
                + " order by e.endUserId",
            EndUser.class)
        .setParameter("after", afterId)
        .setParameter("text", "%" + escaped(text) + "%")
        .setMaxResults(limit)
        .getResultList();
  }

  private static String escaped(String text) {
    return text.toLowerCase(java.util.Locale.ROOT)
        .replace("!", "!!")
        .replace("%", "!%")
        .replace("_", "!_");
  }
}
