package io.heronbridge.benchmarks.lab;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks every 10 ms at who is connected, and remembers the worst. */
public final class ActivitySampler implements AutoCloseable {
  private static final int PERIOD_MILLIS = 10;
  private static final String LOOK =
      """
      SELECT count(*) FILTER (WHERE state <> 'idle'),
             coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0)
        FROM pg_stat_activity
       WHERE datname = 'bench' AND backend_type = 'client backend'\
      """;

  private final Connection connection;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private volatile int connections;
  private volatile double seconds;

  public ActivitySampler(Postgres postgres) throws SQLException {
    connection = postgres.administer();
    timer.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LOOK)) {
      row.next();
      connections = Math.max(connections, row.getInt(1));
      seconds = Math.max(seconds, row.getDouble(2));
    } catch (SQLException e) {
      throw new IllegalStateException("the sampler lost its connection", e);
    }
  }

  /** Most connections that were in a transaction or a statement at once. */
  public int connections() {
    return connections;
  }

  /** The longest transaction seen, in milliseconds. */
  public double longestMillis() {
    return seconds * 1000;
  }

  @Override
  public void close() throws SQLException {
    timer.shutdownNow();
    connection.close();
  }
}
