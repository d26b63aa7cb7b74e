package io.heronbridge.persistence.resendjob;

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

/** All resend jobs, with the links they are about. */
public final class ResendJobs {
  private static final int LINKS_A_STATEMENT = 5_000;

  private static final String INCLUDE =
      """
      INSERT INTO resend_job_link (resend_job, link, failed_at)
      SELECT :job, l.id, l.error_at
        FROM integration_link l
       WHERE l.id IN (SELECT CAST(id AS uuid) FROM unnest(string_to_array(:links, ',')) AS id)
         AND l.status = 'FAILED'
         FOR KEY SHARE OF l""";

  private static final String NEXT =
      """
      SELECT link FROM resend_job_link
       WHERE resend_job = :job AND outcome IS NULL ORDER BY failed_at, link""";

  private static final String UNCHANGED =
      """
      SELECT m.link
        FROM resend_job_link m JOIN integration_link l ON l.id = m.link
       WHERE m.resend_job = :job
         AND m.link IN (SELECT CAST(id AS uuid) FROM unnest(string_to_array(:links, ',')) AS id)
         AND l.status = 'FAILED'
         AND l.error_at IS NOT DISTINCT FROM m.failed_at""";

  private static final String MARK =
      """
      UPDATE resend_job_link
         SET outcome = CASE WHEN link IN (
               SELECT CAST(id AS uuid) FROM unnest(string_to_array(:resent, ',')) AS id)
             THEN 'RESENT' ELSE 'SKIPPED' END
       WHERE resend_job = :job
         AND link IN (SELECT CAST(id AS uuid) FROM unnest(string_to_array(:links, ',')) AS id)""";

  private static final String LINK_COUNTS =
      """
      SELECT l.status, count(*)
        FROM resend_job_link m JOIN integration_link l ON l.id = m.link
       WHERE m.resend_job = :job AND m.outcome = 'RESENT' GROUP BY l.status""";

  private static final String WITHIN =
      """
      SELECT id FROM resend_job
       WHERE (created_at, id) < (:at, :id)
         AND (:mine = '' OR integrations <> ''
              AND string_to_array(integrations, ',') <@ string_to_array(:mine, ','))
       ORDER BY created_at DESC, id DESC""";

  private final EntityManager entityManager;

  public ResendJobs(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(ResendJob job) {
    entityManager.persist(job);
  }

  public Optional<ResendJob> find(UUID id) {
    return Optional.ofNullable(entityManager.find(ResendJob.class, id));
  }

  /** The job, locked against other changes until the transaction ends. */
  public Optional<ResendJob> findForChange(UUID id) {
    return Optional.ofNullable(
        entityManager.find(ResendJob.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Jobs that are confined to some of these integrations, newest first, from the one after a place.
   *
   * @param integrations empty means all jobs
   */
  public List<ResendJob> within(Collection<UUID> integrations, Instant at, UUID id, int limit) {
    List<?> ids =
        entityManager
            .createNativeQuery(WITHIN)
            .setParameter("at", at)
            .setParameter("id", id)
            .setParameter("mine", joined(integrations))
            .setMaxResults(limit)
            .getResultList();
    return entityManager
        .createQuery(
            "select j from ResendJob j where j.id in :ids order by j.createdAt desc, j.id desc",
            ResendJob.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Jobs that have links to be resent; the one that has waited longest comes first. */
  public List<UUID> running() {
    return entityManager
        .createQuery(
            "select j.id from ResendJob j where j.status = :running order by j.touchedAt",
            UUID.class)
        .setParameter("running", ResendJobStatus.RUNNING)
        .getResultList();
  }

  /**
   * The running job, locked until the transaction ends; empty when another node works on it or it
   * runs no more.
   */
  public Optional<ResendJob> claim(UUID id) {
    return ChunkTurn.take(entityManager, "resend_job", id) ? find(id) : Optional.empty();
  }

  /** Deletes plans that were made before and never started. */
  public void forgetPlans(Instant before) {
    entityManager
        .createQuery("delete from ResendJob j where j.status = :planned and j.touchedAt < :before")
        .setParameter("planned", ResendJobStatus.PLANNED)
        .setParameter("before", before)
        .executeUpdate();
  }

  /** Makes failed links the job's; tells how many of the given ones still were failed. */
  public long include(ResendJob job, List<UUID> links) {
    entityManager.flush();
    long included = 0;
    for (int from = 0; from < links.size(); from += LINKS_A_STATEMENT) {
      int to = Math.min(from + LINKS_A_STATEMENT, links.size());
      included +=
          entityManager
              .createNativeQuery(INCLUDE)
              .setParameter("job", job.id())
              .setParameter("links", joined(links.subList(from, to)))
              .executeUpdate();
    }
    return included;
  }

  /** Links of the job that are not worked off; those that failed first come first. */
  public List<UUID> next(ResendJob job, int limit) {
    return rows(
        entityManager
            .createNativeQuery(NEXT)
            .setParameter("job", job.id())
            .setMaxResults(limit)
            .getResultList(),
        UUID.class);
  }

  /** Those of the job's links that stand as they stood when it was started. */
  public List<UUID> unchanged(ResendJob job, Collection<UUID> links) {
    return rows(
        entityManager
            .createNativeQuery(UNCHANGED)
            .setParameter("job", job.id())
            .setParameter("links", joined(links))
            .getResultList(),
        UUID.class);
  }

  /** The links are worked off: some were resent, the others need it no more. */
  public void mark(ResendJob job, Collection<UUID> links, Collection<UUID> resent) {
    entityManager
        .createNativeQuery(MARK)
        .setParameter("job", job.id())
        .setParameter("links", joined(links))
        .setParameter("resent", joined(resent))
        .executeUpdate();
  }

  /** How many of the links that were resent have which status by now, in small letters. */
  public Map<String, Long> linkCounts(UUID job) {
    Map<String, Long> counts = new HashMap<>();
    for (Object[] row :
        rows(
            entityManager.createNativeQuery(LINK_COUNTS).setParameter("job", job).getResultList(),
            Object[].class)) {
      counts.put(((String) row[0]).toLowerCase(Locale.ROOT), ((Number) row[1]).longValue());
    }
    return counts;
  }

  private static String joined(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  private static <T> List<T> rows(List<?> result, Class<T> type) {
    return result.stream().map(type::cast).toList();
  }
}
