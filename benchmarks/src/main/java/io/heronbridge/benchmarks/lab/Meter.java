package io.heronbridge.benchmarks.lab;

import io.heronbridge.benchmarks.node.NodeProcess;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads what a run has cost so far; the difference of two readings is the run's. */
public final class Meter {
  private static final String WAL = "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn";
  private static final String COMMITS =
      "SELECT xact_commit FROM pg_stat_database WHERE datname = 'bench'";

  /** Without the words around transactions, which the driver sends along with statements. */
  private static final String STATEMENTS =
      """
      SELECT coalesce(sum(s.calls), 0)
        FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
       WHERE d.datname = 'bench' AND s.query NOT IN ('BEGIN', 'COMMIT', 'ROLLBACK')\
      """;

  private static final String DEAD = "SELECT coalesce(sum(n_dead_tup), 0) FROM pg_stat_user_tables";

  private final Postgres postgres;

  public Meter(Postgres postgres) {
    this.postgres = postgres;
  }

  /**
   * @param wal bytes
   * @param jvm CPU seconds of the nodes
   * @param server CPU seconds of PostgreSQL
   */
  public record Reading(long wal, long commits, long statements, double jvm, double server) {
    public Reading since(Reading before) {
      return new Reading(
          wal - before.wal,
          commits - before.commits,
          statements - before.statements,
          jvm - before.jvm,
          server - before.server);
    }
  }

  public Reading read(List<NodeProcess> nodes) throws SQLException, IOException {
    double jvm = nodes.stream().mapToDouble(node -> Processes.cpu(node.pid())).sum();
    double server = Processes.cpuOfFamily(postgres.postmaster());
    try (Connection connection = postgres.administer()) {
      return new Reading(
          postgres.number(connection, WAL),
          postgres.number(connection, COMMITS),
          postgres.number(connection, STATEMENTS),
          jvm,
          server);
    }
  }

  /** Row versions that nobody can see any more and vacuum has not removed. */
  public long deadTuples() throws SQLException {
    try (Connection connection = postgres.enter()) {
      return postgres.number(connection, DEAD);
    }
  }
}
