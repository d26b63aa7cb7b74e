package io.heronbridge.persistence.itemimport;

import io.heronbridge.persistence.chunk.ChunkTurn;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All imports, with their chunks, their links and their rejected lines. */
public final class ItemImports {
  private static final String LINK_COUNTS =
      """
      SELECT l.status, count(*)
        FROM imported_link m JOIN integration_link l ON l.id = m.link
       WHERE m.item_import = :import GROUP BY l.status""";

  private static final String WEBHOOK_COUNTS =
      """
      SELECT w.status, count(*)
        FROM imported_link m
        JOIN integration_link l ON l.id = m.link
        JOIN webhook_move w ON w.item = l.item
       WHERE m.item_import = :import GROUP BY w.status""";

  private final EntityManager entityManager;

  public ItemImports(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(ItemImport itemImport) {
    entityManager.persist(itemImport);
  }

  public void add(ImportChunk chunk) {
    entityManager.persist(chunk);
  }

  /** The import goes with its rejected lines; the items it brought stay. */
  public void remove(ItemImport itemImport) {
    entityManager.remove(itemImport);
  }

  public Optional<ItemImport> find(UUID id) {
    return Optional.ofNullable(entityManager.find(ItemImport.class, id));
  }

  /** The import, locked against other changes until the transaction ends. */
  public Optional<ItemImport> findForChange(UUID id) {
    return Optional.ofNullable(
        entityManager.find(ItemImport.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Imports that have lines to be worked off; the one that has waited longest comes first. */
  public List<UUID> running() {
    return entityManager
        .createQuery(
            "select i.id from ItemImport i where i.status = :running order by i.touchedAt",
            UUID.class)
        .setParameter("running", ImportStatus.RUNNING)
        .getResultList();
  }

  /**
   * The running import, locked until the transaction ends; empty when another node works on it or
   * it runs no more.
   */
  public Optional<ItemImport> claim(UUID id) {
    return ChunkTurn.take(entityManager, "item_import", id) ? find(id) : Optional.empty();
  }

  /** Uploads that have shown no sign of life since. */
  public List<UUID> receivingSince(Instant longAgo) {
    return entityManager
        .createQuery(
            "select i.id from ItemImport i where i.status = :receiving and i.touchedAt < :longAgo",
            UUID.class)
        .setParameter("receiving", ImportStatus.RECEIVING)
        .setParameter("longAgo", longAgo)
        .getResultList();
  }

  /** How many imports of the integration are still going on. */
  public long countOpen(UUID integration) {
    return entityManager
        .createQuery(
            "select count(i) from ItemImport i where i.integration.id = :integration"
                + " and i.status in (:receiving, :running)",
            Long.class)
        .setParameter("integration", integration)
        .setParameter("receiving", ImportStatus.RECEIVING)
        .setParameter("running", ImportStatus.RUNNING)
        .getSingleResult();
  }

  /** The first chunk that is not worked off. */
  public Optional<ImportChunk> nextChunk(ItemImport of) {
    return entityManager
        .createQuery(
            "select c from ImportChunk c where c.itemImport = :import order by c.number",
            ImportChunk.class)
        .setParameter("import", of.id())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The chunk is worked off. */
  public void remove(ImportChunk chunk) {
    entityManager.remove(chunk);
  }

  /** Forgets everything that was uploaded and not worked off. */
  public void purge(ItemImport of) {
    entityManager
        .createQuery("delete from ImportChunk c where c.itemImport = :import")
        .setParameter("import", of.id())
        .executeUpdate();
  }

  /** Notes links that the import brought in or found. */
  public void note(ItemImport of, Collection<UUID> links) {
    if (links.isEmpty()) {
      return;
    }
    entityManager.flush();
    entityManager
        .createNativeQuery(
            """
            INSERT INTO imported_link (item_import, link)
            SELECT :import, CAST(link AS uuid)
              FROM unnest(string_to_array(:links, ',')) AS link
            ON CONFLICT (item_import, link) DO NOTHING""")
        .setParameter("import", of.id())
        .setParameter("links", links.stream().map(UUID::toString).collect(Collectors.joining(",")))
        .executeUpdate();
  }

  public void reject(ItemImport of, RejectedLine line) {
    entityManager
        .createNativeQuery(
            """
            INSERT INTO item_import_rejection (item_import, line, reason)
            VALUES (:import, :line, :reason) ON CONFLICT DO NOTHING""")
        .setParameter("import", of.id())
        .setParameter("line", line.number())
        .setParameter("reason", line.reason())
        .executeUpdate();
  }

  /** Rejected lines after a line, in the order of the file. */
  public List<RejectedLine> rejected(UUID itemImport, long after, int limit) {
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                SELECT line, reason FROM item_import_rejection
                 WHERE item_import = :import AND line > :after ORDER BY line""")
            .setParameter("import", itemImport)
            .setParameter("after", after)
            .setMaxResults(limit)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new RejectedLine(((Number) row[0]).longValue(), (String) row[1]))
        .toList();
  }

  /** How many of the import's links have which status, in small letters. */
  public Map<String, Long> linkCounts(UUID itemImport) {
    return counts(LINK_COUNTS, itemImport);
  }

  /** How many of the import's webhook moves have which status, in small letters. */
  public Map<String, Long> webhookCounts(UUID itemImport) {
    return counts(WEBHOOK_COUNTS, itemImport);
  }

  private Map<String, Long> counts(String sql, UUID itemImport) {
    List<?> rows =
        entityManager.createNativeQuery(sql).setParameter("import", itemImport).getResultList();
    Map<String, Long> counts = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      counts.put(((String) row[0]).toLowerCase(Locale.ROOT), ((Number) row[1]).longValue());
    }
    return counts;
  }
}
