package io.heronbridge.persistence.integrationlink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Which links are to be read, and whose turn it is. Every instant is the database's own clock. */
public final class LinkReadings {
  /**
   * Due links become ours by moving them ahead: should we die, they are simply due again. Links of
   * the same end user that will be due before long come along, since one answer of Heron's tells of
   * them all.
   */
  private static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
        SELECT l.id, l.integration, i.end_user
          FROM integration_link l JOIN item i ON i.id = l.item
         WHERE l.read_due_at <= now() AND l.status <> 'CANCELLED' AND i.status <> 'REMOVED'
         ORDER BY l.read_due_at
         LIMIT ?
           FOR UPDATE OF l SKIP LOCKED),
      company AS MATERIALIZED (
        SELECT l.id
          FROM due JOIN item i ON i.end_user = due.end_user
               JOIN integration_link l ON l.item = i.id AND l.integration = due.integration
         WHERE l.read_due_at <= now() + make_interval(secs => ?)
           AND l.status <> 'CANCELLED' AND i.status <> 'REMOVED'
           FOR UPDATE OF l SKIP LOCKED)
      UPDATE integration_link l
         SET read_due_at = now() + make_interval(secs => ?)
       WHERE l.id IN (SELECT id FROM due UNION SELECT id FROM company)
      RETURNING l.id, l.read_due_at""";

  private final DataSource dataSource;

  public LinkReadings(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * The right to read a link now.
   *
   * @param until when the link is due again unless the reading is recorded before
   */
  public record Claim(UUID link, Instant until) {}

  /**
   * Claims due links, the longest waiting first.
   *
   * @param ahead links of the same end users are taken along when they will be due within this time
   */
  public List<Claim> claim(int limit, Duration lease, Duration ahead) throws SQLException {
    List<Claim> claims = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setInt(1, limit);
      claim.setDouble(2, seconds(ahead));
      claim.setDouble(3, seconds(lease));
      try (ResultSet row = claim.executeQuery()) {
        while (row.next()) {
          claims.add(new Claim(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()));
        }
      }
    }
    return claims;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
