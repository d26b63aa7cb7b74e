package io.heronbridge.persistence.integration;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Circuit breakers, one for each integration whose Heron fails, shared by all nodes. So many
 * failures in a row open it; then nothing is sent but one probe at a time, until Heron answers.
 */
public final class HeronBreakers {
  private static final String FAIL =
      """
      INSERT INTO heron_breaker AS b (integration, failures, trips, reason)
      SELECT i.id, ?, 0, ? FROM integration i WHERE i.id = ?
      ON CONFLICT (integration) DO UPDATE
         SET failures = b.failures + excluded.failures, reason = excluded.reason""";

  /** Calls that were under way when it opened fail too: only a probe lengthens the pause. */
  private static final String OPEN =
      """
      UPDATE heron_breaker
         SET trips = trips + 1,
             probing = false,
             probe_at = now() + make_interval(secs => (?::double precision[])[LEAST(trips + 1, ?)]),
             opened_at = coalesce(opened_at, now())
       WHERE integration = ? AND failures >= ? AND (trips = 0 OR probing)""";

  private static final String PROBE =
      """
      UPDATE heron_breaker
         SET probing = true, probe_at = now() + make_interval(secs => ?)
       WHERE integration = ? AND trips > 0 AND probe_at <= now()""";

  private static final String UNUSED =
      """
      UPDATE heron_breaker SET probing = false, probe_at = now()
       WHERE integration = ? AND probing""";

  private static final String CLOSE = "DELETE FROM heron_breaker WHERE integration = ANY (?)";

  private final DataSource dataSource;

  public HeronBreakers(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * When a breaker opens, and for how long.
   *
   * @param failures in a row
   * @param pauses before the first probe, the second and so on; the last one repeats
   */
  public record Rule(int failures, List<Duration> pauses) {}

  /** Heron did not answer an integration's calls, or not as Heron. */
  public void fail(UUID integration, int times, String reason, Rule rule) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      try (PreparedStatement fail = connection.prepareStatement(FAIL)) {
        fail.setInt(1, times);
        fail.setString(2, reason);
        fail.setObject(3, integration);
        fail.executeUpdate();
      }
      try (PreparedStatement open = connection.prepareStatement(OPEN)) {
        open.setArray(1, seconds(connection, rule.pauses()));
        open.setInt(2, rule.pauses().size());
        open.setObject(3, integration);
        open.setInt(4, rule.failures());
        open.executeUpdate();
      }
    }
  }

  private static Array seconds(Connection connection, List<Duration> pauses) throws SQLException {
    return connection.createArrayOf(
        "float8", pauses.stream().map(pause -> pause.toMillis() / 1000.0).toArray());
  }

  /** The probe was not made: the next may be made at once. */
  public void probeUnused(UUID integration) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement unused = connection.prepareStatement(UNUSED)) {
      unused.setObject(1, integration);
      unused.executeUpdate();
    }
  }

  /** Heron answered: whatever it said, it is there. */
  public void close(Collection<UUID> integrations) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement close = connection.prepareStatement(CLOSE)) {
      close.setArray(1, connection.createArrayOf("uuid", integrations.toArray()));
      close.executeUpdate();
    }
  }

  /**
   * Whether the caller may make the one call that finds out.
   *
   * @param limit when no outcome was recorded by then, somebody else may try
   */
  public boolean mayProbe(UUID integration, Duration limit) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement probe = connection.prepareStatement(PROBE)) {
      probe.setDouble(1, limit.toMillis() / 1000.0);
      probe.setObject(2, integration);
      return probe.executeUpdate() == 1;
    }
  }
}
