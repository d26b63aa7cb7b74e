package io.heronbridge.integration.item;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.listing.Cursor;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.item.ItemStatus;
import io.heronbridge.persistence.resendjob.ResendOutcome;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Builds the one query behind the lists of links and of items: newest first, narrowed, in pages.
 */
final class Board {
  private static final String FETCHING =
      "select l from IntegrationLink l join fetch l.item join fetch l.integration"
          + " join fetch l.item.endUser join fetch l.item.integration where 1 = 1";

  private final StringBuilder where = new StringBuilder();
  private final Map<String, Object> parameters = new HashMap<>();

  Board narrowedTo(Caller caller) {
    return within(caller.integrations());
  }

  /**
   * @param integrations empty means all
   */
  Board within(List<UUID> integrations) {
    if (!integrations.isEmpty()) {
      and("l.integration.id in :mine", "mine", integrations);
    }
    return this;
  }

  Board withLink(LinkFilter filter) {
    filter.status().ifPresent(word -> and("l.status = :status", "status", linkStatus(word)));
    filter.integrationId().ifPresent(this::inIntegration);
    filter.endUserId().ifPresent(this::ofEndUser);
    filter.errorKind().ifPresent(kind -> and("l.lastError.kind = :kind", "kind", kind));
    filter.failedBefore().ifPresent(at -> and("l.lastError.at < :before", "before", at));
    filter
        .importId()
        .ifPresent(
            id ->
                and(
                    "l.id in (select m.link from ImportedLink m where m.itemImport = :import)",
                    "import",
                    id));
    filter.resendJobId().ifPresent(this::resentBy);
    return this;
  }

  Board withItem(ItemFilter filter) {
    filter.status().ifPresent(word -> and("l.item.status = :status", "status", itemStatus(word)));
    filter.integrationId().ifPresent(this::inIntegration);
    filter.endUserId().ifPresent(this::ofEndUser);
    return this;
  }

  private void resentBy(UUID job) {
    and(
        "l.id in (select m.link from ResendJobLink m"
            + " where m.resendJob = :job and m.outcome = :resent)",
        "job",
        job);
    parameters.put("resent", ResendOutcome.RESENT);
  }

  private void inIntegration(UUID id) {
    and("l.integration.id = :integration", "integration", id);
  }

  private void ofEndUser(String id) {
    and("l.item.endUser.endUserId = :endUser", "endUser", id);
  }

  private void and(String condition, String name, Object value) {
    where.append(" and ").append(condition);
    parameters.put(name, value);
  }

  List<IntegrationLink> page(EntityManager entityManager, Optional<String> cursor, int limit) {
    Cursor after = Cursor.read(cursor);
    and("(l.createdAt < :at or (l.createdAt = :at and l.id < :id))", "at", after.at());
    parameters.put("id", after.id());
    return bound(
            entityManager.createQuery(
                FETCHING + where + " order by l.createdAt desc, l.id desc", IntegrationLink.class))
        .setMaxResults(limit)
        .getResultList();
  }

  List<UUID> ids(EntityManager entityManager, int limit) {
    return bound(
            entityManager.createQuery(
                "select l.id from IntegrationLink l where 1 = 1" + where, UUID.class))
        .setMaxResults(limit)
        .getResultList();
  }

  /** How many there are in each integration, and since when. */
  List<LinkTally> tallies(EntityManager entityManager) {
    return bound(
            entityManager.createQuery(
                "select l.integration.id, count(l), min(l.lastError.at), min(l.createdAt)"
                    + " from IntegrationLink l where 1 = 1"
                    + where
                    + " group by l.integration.id",
                Object[].class))
        .getResultStream()
        .map(
            row ->
                new LinkTally(
                    (UUID) row[0],
                    (Long) row[1],
                    Optional.ofNullable((Instant) row[2]),
                    (Instant) row[3]))
        .toList();
  }

  private <T> TypedQuery<T> bound(TypedQuery<T> query) {
    parameters.forEach(query::setParameter);
    return query;
  }

  private static IntegrationLinkStatus linkStatus(String word) {
    return status(IntegrationLinkStatus.class, word, "pending, linked, failed or cancelled");
  }

  private static ItemStatus itemStatus(String word) {
    return status(
        ItemStatus.class, word, "active, login_required, pending_disconnect, revoked or removed");
  }

  private static <E extends Enum<E>> E status(Class<E> type, String word, String expected) {
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("status", "must be " + expected);
    }
  }
}
