package io.heronbridge.benchmarks.product;

import io.heronbridge.benchmarks.lab.Lab;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Links that Heron refused long ago, written straight into the database, and what has become of
 * them. They have no access token: their integration should be paused when they are resent.
 */
final class FailedLinks implements AutoCloseable {
  /** Numbered, so that ids need not be handed from table to table. */
  private static final String PUT =
      """
      INSERT INTO end_user (id, end_user_id, created_at)
      SELECT md5('person' || n)::uuid, 'refused-' || n, now() FROM generate_series(1, %1$d) AS n;
      INSERT INTO item (id, item_id, integration, end_user, accounts, status, created_at)
      SELECT md5('item' || n)::uuid, 'refused-' || n, '%2$s', md5('person' || n)::uuid, '[]',
             'ACTIVE', now()
        FROM generate_series(1, %1$d) AS n;
      INSERT INTO integration_link (id, item, integration, status, attempts, error_kind,
                                    error_message, error_at, created_at)
      SELECT md5('link' || n)::uuid, md5('item' || n)::uuid, '%2$s', 'FAILED', 14, 'timeout',
             'Heron did not answer.', now(), now() - interval '1 day'
        FROM generate_series(1, %1$d) AS n;
      INSERT INTO finished_message (id, kind, subject, integration, state, claim_number, attempts,
                                    uncertain, created_at, finished_at)
      SELECT gen_random_uuid(), 'CREATE_LINK', md5('link' || n)::uuid, '%2$s', 'DEAD', 14, 14,
             false, now(), now()
        FROM generate_series(1, %1$d) AS n""";

  private static final String RESENT = "FROM audit_entry WHERE action = 'link.resend'";

  /** A chunk takes its messages from here; looking for work does not touch it. */
  private static final String AT_WORK =
      """
      SELECT coalesce(max(substring(a.usename FROM '[0-9]+$')::int), 0)
        FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
       WHERE l.relation = 'finished_message'::regclass AND l.mode = 'RowExclusiveLock'
         AND a.usename LIKE 'node\\_%'""";

  private final Lab lab;
  private final Connection connection;

  private FailedLinks(Lab lab) throws SQLException {
    this.lab = lab;
    this.connection = lab.postgres().enter();
  }

  static FailedLinks put(Lab lab, String integration, int count) throws SQLException {
    lab.postgres().execute(PUT.formatted(count, integration));
    return new FailedLinks(lab);
  }

  /** Links that the job has resent by its own count. */
  long countedBy(String job) throws SQLException {
    return number("SELECT resent FROM resend_job WHERE id = '%s'".formatted(job));
  }

  boolean isDone(String job) throws SQLException {
    return number(
            "SELECT count(*) FROM resend_job WHERE id = '%s' AND status = 'DONE'".formatted(job))
        == 1;
  }

  /** The number of the node that is resending at this moment, or 0. */
  long nodeAtWork() throws SQLException {
    return number(AT_WORK);
  }

  /** Whether PostgreSQL has noticed that a node is dead: nothing of it is committed any more. */
  boolean isGone(long node) throws SQLException {
    return number(
            "SELECT count(*) FROM pg_stat_activity WHERE usename = '%s'"
                .formatted(Scene.nameAtDatabase(node)))
        == 0;
  }

  /** Links that were resent at all. */
  long resent() throws SQLException {
    return number("SELECT count(DISTINCT subject) " + RESENT);
  }

  /** Resends of links that had been resent already. */
  long resentAgain() throws SQLException {
    return number("SELECT count(*) - count(DISTINCT subject) " + RESENT);
  }

  private long number(String sql) throws SQLException {
    return lab.postgres().number(connection, sql);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
