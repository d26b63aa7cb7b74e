package io.heronbridge.persistence.integrationlink;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Links that Heron has for our end users although we have no such item. */
public final class UnknownLinks {
  private final EntityManager entityManager;

  public UnknownLinks(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** Whose links were read, and by which integration's key. */
  public record Owner(UUID integration, UUID endUser) {}

  /**
   * @param heronStatus may be null
   */
  public void see(Owner owner, String itemId, String heronStatus, Instant now) {
    entityManager
        .createNativeQuery(
            """
            INSERT INTO unknown_link AS u
              (id, integration, end_user, item_id, heron_status, first_seen_at, last_seen_at)
            VALUES (:id, :integration, :endUser, :item, NULLIF(:status, ''), :now, :now)
            ON CONFLICT (end_user, item_id)
            DO UPDATE SET heron_status = excluded.heron_status, last_seen_at = excluded.last_seen_at""")
        .setParameter("id", UUID.randomUUID())
        .setParameter("integration", owner.integration())
        .setParameter("endUser", owner.endUser())
        .setParameter("item", itemId)
        .setParameter("status", heronStatus == null ? "" : heronStatus)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Whether Heron reads such a link of the same end user in the same integration of Heron's. */
  public boolean areBeside(IntegrationLink link) {
    return !entityManager
        .createNativeQuery(
            """
            SELECT u.item_id FROM unknown_link u JOIN integration i ON i.id = u.integration
             WHERE u.end_user = :endUser AND i.heron_link_url = :linkUrl
               AND u.heron_status IS DISTINCT FROM 'sync_disabled' LIMIT 1""")
        .setParameter("endUser", link.item().endUser().id())
        .setParameter("linkUrl", link.integration().heron().linkUrl())
        .getResultList()
        .isEmpty();
  }

  /** Forgets those of the owner that are not among the items Heron still reports. */
  public void forgetAllBut(Collection<String> reported, Owner owner) {
    entityManager
        .createNativeQuery(
            """
            DELETE FROM unknown_link
             WHERE integration = :integration AND end_user = :endUser
               AND item_id NOT IN (:reported)""")
        .setParameter("integration", owner.integration())
        .setParameter("endUser", owner.endUser())
        // No item has an empty id, and an empty list is no list in SQL.
        .setParameter("reported", reported.isEmpty() ? List.of("") : reported)
        .executeUpdate();
  }
}
