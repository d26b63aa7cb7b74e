package io.heronbridge.integration.item;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.listing.Conditions;
import io.heronbridge.integration.listing.Cursor;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.item.ItemStatus;
import io.heronbridge.persistence.resendjob.ResendOutcome;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Builds the one query behind the lists of links and of items: newest first, narrowed, in pages.
 */
final class Board {
  private static final String FETCHING =
      "select l from IntegrationLink l join fetch l.item join fetch l.integration"
          + " join fetch l.item.endUser join fetch l.item.integration where ";

  private static final String OF_INTEGRATION = "l.integration.id = :integration";
  private static final String OF_END_USER = "l.item.endUser.endUserId = :endUser";

  private final Conditions conditions = new Conditions();

  Board narrowedTo(Caller caller) {
    return within(caller.integrations());
  }

  /**
   * @param integrations empty means all
   */
  Board within(List<UUID> integrations) {
    conditions.within("l.integration.id in :mine", integrations);
    return this;
  }

  Board withLink(LinkFilter filter) {
    filter.status().map(Board::linkStatus).ifPresent(status -> in("l.status", status));
    conditions
        .andWhere(OF_INTEGRATION, "integration", filter.integrationId())
        .andWhere(OF_END_USER, "endUser", filter.endUserId())
        .andWhere("l.lastError.kind = :kind", "kind", filter.errorKind())
        .andWhere("l.lastError.at < :before", "before", filter.failedBefore())
        .andWhere(
            "l.id in (select m.link from ImportedLink m where m.itemImport = :import)",
            "import",
            filter.importId());
    filter.resendJobId().ifPresent(this::resentBy);
    return this;
  }

  Board withItem(ItemFilter filter) {
    filter.status().map(Board::itemStatus).ifPresent(status -> in("l.item.status", status));
    conditions
        .andWhere(OF_INTEGRATION, "integration", filter.integrationId())
        .andWhere(OF_END_USER, "endUser", filter.endUserId());
    return this;
  }

  /** Spelt out, not bound: PostgreSQL must know it to see that few rows have it. */
  private void in(String path, Enum<?> state) {
    conditions.and("%s = %s.%s".formatted(path, state.getDeclaringClass().getName(), state.name()));
  }

  private void resentBy(UUID job) {
    conditions
        .and(
            "l.id in (select m.link from ResendJobLink m"
                + " where m.resendJob = :job and m.outcome = :resent)")
        .with("job", job)
        .with("resent", ResendOutcome.RESENT);
  }

  List<IntegrationLink> page(EntityManager entityManager, Optional<String> cursor, int limit) {
    conditions.after(Cursor.read(cursor), "l.createdAt", "l.id");
    return conditions
        .bind(
            entityManager.createQuery(
                FETCHING + conditions.text() + " order by l.createdAt desc, l.id desc",
                IntegrationLink.class))
        .setMaxResults(limit)
        .getResultList();
  }

  List<UUID> ids(EntityManager entityManager, int limit) {
    return conditions
        .bind(
            entityManager.createQuery(
                "select l.id from IntegrationLink l where " + conditions.text(), UUID.class))
        .setMaxResults(limit)
        .getResultList();
  }

  /** How many there are in each integration, and since when. */
  List<LinkTally> tallies(EntityManager entityManager) {
    return conditions
        .bind(
            entityManager.createQuery(
                "select l.integration.id, count(l), min(l.lastError.at), min(l.createdAt)"
                    + " from IntegrationLink l where "
                    + conditions.text()
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
