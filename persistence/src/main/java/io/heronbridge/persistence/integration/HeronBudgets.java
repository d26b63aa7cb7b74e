package io.heronbridge.persistence.integration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Heron's request budget, one row for each key, shared by all nodes and all integrations with that
 * key. Permits flow in evenly; a tenth of a minute's worth may be saved up.
 */
public final class HeronBudgets {
  private static final double SECONDS_A_MINUTE = 60.0;
  private static final double SAVED_SHARE = 10.0;

  private static final String TAKE =
      """
      INSERT INTO heron_budget AS b (name, permits, refilled_at)
      VALUES (?, ? - 1, now())
      ON CONFLICT (name) DO UPDATE
         SET permits = LEAST(?, b.permits + ? * extract(epoch FROM now() - b.refilled_at)) - 1,
             refilled_at = now()
       WHERE LEAST(?, b.permits + ? * extract(epoch FROM now() - b.refilled_at)) >= ?
         AND (b.blocked_until IS NULL OR b.blocked_until <= now())
      RETURNING permits""";

  private static final String WAIT =
      """
      SELECT GREATEST(
               (? - permits) / ? - extract(epoch FROM now() - refilled_at),
               extract(epoch FROM blocked_until - now()),
               0.05)
        FROM heron_budget WHERE name = ?""";

  private static final String BLOCK =
      """
      INSERT INTO heron_budget AS b (name, permits, refilled_at, blocked_until)
      VALUES (?, 0, now(), now() + make_interval(secs => ?))
      ON CONFLICT (name) DO UPDATE
         SET permits = 0, blocked_until = GREATEST(b.blocked_until, excluded.blocked_until)""";

  private static final String BLOCKED =
      """
      SELECT extract(epoch FROM blocked_until - now())
        FROM heron_budget WHERE name = ? AND blocked_until > now()""";

  private final DataSource dataSource;

  public HeronBudgets(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Takes one permit, or tells how long to wait for the next.
   *
   * @param requestsPerMinute 0 means unlimited
   */
  public Optional<Duration> take(String budget, int requestsPerMinute) throws SQLException {
    return take(budget, requestsPerMinute, 0);
  }

  /**
   * Takes one permit while enough are saved up for whoever is in a hurry.
   *
   * @param reserve the share of what can be saved that must be left, from 0 to 1; when that is not
   *     possible, all that can be saved must be there
   */
  public Optional<Duration> take(String budget, int requestsPerMinute, double reserve)
      throws SQLException {
    double most = savable(requestsPerMinute);
    return take(
        budget, requestsPerMinute, Terms.of(requestsPerMinute, Math.min(most, 1 + most * reserve)));
  }

  /** Takes the next permit that flows in, when none is there and nobody else has done so. */
  public Optional<Duration> takeInAdvance(String budget, int requestsPerMinute)
      throws SQLException {
    return take(budget, requestsPerMinute, Terms.of(requestsPerMinute, 0));
  }

  private static double savable(int requestsPerMinute) {
    return Math.max(1, requestsPerMinute / SAVED_SHARE);
  }

  private Optional<Duration> take(String budget, int requestsPerMinute, Terms terms)
      throws SQLException {
    if (requestsPerMinute == 0) {
      return untilUnblocked(budget);
    }
    try (Connection connection = dataSource.getConnection()) {
      if (takeOne(connection, budget, terms)) {
        return Optional.empty();
      }
      return Optional.of(untilNext(connection, budget, terms));
    }
  }

  /**
   * @param most permits that can be saved up
   * @param rate permits that flow in each second
   * @param needed permits that must be there for one to be taken
   */
  private record Terms(double most, double rate, double needed) {
    static Terms of(int requestsPerMinute, double needed) {
      double most = savable(requestsPerMinute);
      // What was saved up counts in the same minute as what flows in.
      double rate = Math.max(1, requestsPerMinute - most) / SECONDS_A_MINUTE;
      return new Terms(most, rate, needed);
    }
  }

  private Optional<Duration> untilUnblocked(String budget) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement blocked = connection.prepareStatement(BLOCKED)) {
      blocked.setString(1, budget);
      try (ResultSet row = blocked.executeQuery()) {
        return row.next() ? Optional.of(millis(row.getDouble(1))) : Optional.empty();
      }
    }
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static boolean takeOne(Connection connection, String key, Terms terms)
      throws SQLException {
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setString(1, key);
      take.setDouble(2, terms.most());
      take.setDouble(3, terms.most());
      take.setDouble(4, terms.rate());
      take.setDouble(5, terms.most());
      take.setDouble(6, terms.rate());
      take.setDouble(7, terms.needed());
      try (ResultSet row = take.executeQuery()) {
        return row.next();
      }
    }
  }

  private static Duration untilNext(Connection connection, String key, Terms terms)
      throws SQLException {
    try (PreparedStatement wait = connection.prepareStatement(WAIT)) {
      wait.setDouble(1, terms.needed());
      wait.setDouble(2, terms.rate());
      wait.setString(3, key);
      try (ResultSet row = wait.executeQuery()) {
        row.next();
        return millis(row.getDouble(1));
      }
    }
  }

  /** Heron said 429: nobody sends with this key until the time it named is over. */
  public void block(String budget, Duration time) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement block = connection.prepareStatement(BLOCK)) {
      block.setString(1, budget);
      block.setDouble(2, time.toMillis() / 1000.0);
      block.executeUpdate();
    }
  }
}
