package io.heronbridge.benchmarks.limit;

import io.heronbridge.benchmarks.contender.Engine.Change;
import io.heronbridge.benchmarks.contender.Job;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** One table of jobs with nothing but what the work itself needs. */
final class BareTable {
  static final String REMAINING = "SELECT count(*) FROM bare_job WHERE NOT done";

  private static final String SCHEMA =
      """
      CREATE TABLE bare_job (
        id int PRIMARY KEY,
        claimed boolean NOT NULL DEFAULT false,
        done boolean NOT NULL DEFAULT false,
        payload text NOT NULL);
      CREATE INDEX ON bare_job (id) WHERE NOT claimed\
      """;

  private static final String INSERT = "INSERT INTO bare_job (id, payload) VALUES (?, ?)";

  private final DataSource database;

  BareTable(DataSource database) {
    this.database = database;
  }

  void create() throws SQLException {
    run(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
          }
        });
  }

  void insert(List<Job> jobs) throws SQLException {
    run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Job job : jobs) {
              insert.setInt(1, job.number());
              insert.setString(2, job.text());
              insert.addBatch();
            }
            insert.executeBatch();
          }
        });
  }

  void run(Change change) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      change.make(connection);
      connection.commit();
    }
  }
}
