package io.heronbridge.benchmarks.lab;

import io.heronbridge.benchmarks.node.NodeProcess.Target;
import io.heronbridge.launcher.postgres.Database;
import io.heronbridge.launcher.postgres.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The server that all contenders use, one database at a time. */
public final class Postgres {
  /** Read from the server for the reports. */
  private static final List<String> REPORTED =
      List.of(
          "server_version",
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "shared_buffers",
          "max_wal_size",
          "checkpoint_timeout",
          "autovacuum",
          "wal_level",
          "shared_preload_libraries",
          "max_connections");

  private static final String NAME = "bench";
  private static final Duration GONE = Duration.ofSeconds(30);

  private final PostgresServer program;
  private final Database server;

  /**
   * @param program as the launcher knows it
   * @param server as the launcher started it
   */
  public Postgres(PostgresServer program, Database server) {
    this.program = program;
    this.server = server;
  }

  long postmaster() throws IOException {
    return program.process().orElseThrow().pid();
  }

  /** An immediate stop and a new start; returns when connections are accepted again. */
  public void crashAndRestart() throws IOException, InterruptedException {
    program.crashAndRestart();
  }

  /** Ends every connection into the measured database. */
  public void endBackends() throws SQLException {
    try (Connection connection = administer();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + NAME + "'");
    }
  }

  /** The same database under another name, so that one can tell who is connected. */
  public Target as(String username, Target database) throws SQLException {
    try (Connection connection = administer();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP ROLE IF EXISTS " + username);
      statement.execute(
          "CREATE ROLE %s SUPERUSER LOGIN PASSWORD '%s'".formatted(username, database.password()));
    }
    return new Target(database.url(), username, database.password());
  }

  Target newDatabase() throws SQLException {
    try (Connection connection = administer();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + NAME);
      statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    }
    String url = server.url().substring(0, server.url().lastIndexOf('/') + 1) + NAME;
    return new Target(url, server.username().orElseThrow(), server.password().orElseThrow());
  }

  /** Leaves the same starting point for everybody: statistics fresh, pages clean. */
  void settle() throws SQLException {
    execute("VACUUM ANALYZE");
    execute("CHECKPOINT");
  }

  /** A connection outside the measured database. */
  Connection administer() throws SQLException {
    return connect(server.url());
  }

  /** Runs a statement in the measured database. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = enter();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A connection into the measured database; its statements count among the measured ones. */
  public Connection enter() throws SQLException {
    return connect(server.url().substring(0, server.url().lastIndexOf('/') + 1) + NAME);
  }

  /** The number that a query of the measured database answers with. */
  public long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Waits until no node is connected any more: only then all it did is counted. */
  public void awaitEmpty() throws SQLException {
    try (Connection connection = administer()) {
      String left = "SELECT count(*) FROM pg_stat_activity WHERE datname = '" + NAME + "'";
      Patience.until(GONE, Duration.ofMillis(20), () -> number(connection, left) == 0);
    } catch (SQLException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("nodes are still connected", e);
    }
  }

  /** Name and value of each setting that matters to a reader. */
  public List<String> settings() throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = administer();
        Statement statement = connection.createStatement()) {
      for (String name : REPORTED) {
        try (ResultSet row = statement.executeQuery("SHOW " + name)) {
          row.next();
          lines.add(name + " = " + row.getString(1));
        }
      }
    }
    return lines;
  }

  private Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(
        url, server.username().orElseThrow(), server.password().orElseThrow());
  }
}
