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
 * key. Permits flow in evenly; a fiftieth of a minute's worth may be saved up, and is taken off
 * what flows in: no sixty seconds give out more than the configured rate. What Heron tells of its
 * own limit only lowers it.
 */
public final class HeronBudgets {
  /** Nobody asks again at once. */
  private static final Duration A_BIT = Duration.ofMillis(10);

  /** Every statement begins with what is there: {@code most}, {@code rate}, {@code has}. */
  private static final String SEEN =
      """
      WITH told AS (
        SELECT b.*,
               LEAST(?, CASE WHEN b.told_until > now() THEN b.told_limit END)::double precision
                 AS a_minute
          FROM heron_budget b WHERE b.name = ? %s),
      terms AS (
        SELECT t.*, GREATEST(1, a_minute / 50) AS most,
               GREATEST(1, a_minute - GREATEST(1, a_minute / 50)) / 60 AS rate
          FROM told t),
      filled AS (
        SELECT t.*,
               LEAST(most, permits + rate * extract(epoch FROM now() - refilled_at)) AS has,
               LEAST(most, 1 + most * ?) AS needed
          FROM terms t)
      """;

  /** Whoever only looks locks nothing. */
  private static final String LOOK = SEEN.formatted("");

  private static final String FILLED = SEEN.formatted("FOR UPDATE");

  private static final String TAKE =
      FILLED
          + """
          UPDATE heron_budget b
             SET permits = f.has - LEAST(?, GREATEST(1, floor(f.has - f.needed + 1))),
                 refilled_at = now()
            FROM filled f
           WHERE b.name = f.name AND f.has >= f.needed
             AND (f.blocked_until IS NULL OR f.blocked_until <= now())
          RETURNING LEAST(?, GREATEST(1, floor(f.has - f.needed + 1)))::integer""";

  private static final String WAIT =
      LOOK
          + """
          SELECT GREATEST((needed - has) / rate, extract(epoch FROM blocked_until - now()))
            FROM filled""";

  private static final String IN_ADVANCE =
      FILLED
          + """
          UPDATE heron_budget b
             SET permits = f.has - 1, refilled_at = now()
            FROM filled f
           WHERE b.name = f.name AND f.has >= 0
             AND (f.blocked_until IS NULL OR f.blocked_until <= now())
          RETURNING 1""";

  private static final String OPEN =
      """
      INSERT INTO heron_budget (name, permits, refilled_at)
      VALUES (?, GREATEST(1, ?::double precision / 50), now())
      ON CONFLICT (name) DO NOTHING""";

  private static final String GIVE_BACK =
      "UPDATE heron_budget SET permits = permits + ? WHERE name = ?";

  private static final String OWE = "UPDATE heron_budget SET permits = permits - ? WHERE name = ?";

  private static final String BLOCK =
      """
      INSERT INTO heron_budget AS b (name, permits, refilled_at, blocked_until)
      VALUES (?, 0, now(), now() + make_interval(secs => ?))
      ON CONFLICT (name) DO UPDATE
         SET permits = LEAST(b.permits, 0),
             blocked_until = GREATEST(b.blocked_until, excluded.blocked_until)""";

  private static final String BLOCKED =
      """
      SELECT extract(epoch FROM blocked_until - now())
        FROM heron_budget WHERE name = ? AND blocked_until > now()""";

  private static final String HEED =
      """
      INSERT INTO heron_budget AS b (name, permits, refilled_at, told_limit, told_until)
      VALUES (?, GREATEST(0, ?), now(), ?, now() + make_interval(secs => ?))
      ON CONFLICT (name) DO UPDATE
         SET permits = LEAST(b.permits, excluded.permits),
             told_limit = excluded.told_limit,
             told_until = GREATEST(b.told_until, excluded.told_until)""";

  private final DataSource dataSource;

  public HeronBudgets(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * What came of asking for permits.
   *
   * @param permits how many were taken
   * @param nextIn until the next can be had, when none was taken
   */
  public record Taken(int permits, Duration nextIn) {}

  /**
   * Takes as many permits as there are, up to a number.
   *
   * @param requestsPerMinute 0 means unlimited
   */
  public Taken takeUpTo(int most, String budget, int requestsPerMinute) throws SQLException {
    return take(most, budget, requestsPerMinute, 0);
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
    Taken taken = take(1, budget, requestsPerMinute, reserve);
    return taken.permits() == 1 ? Optional.empty() : Optional.of(taken.nextIn());
  }

  private Taken take(int most, String budget, int requestsPerMinute, double reserve)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      if (requestsPerMinute == 0) {
        return untilUnblocked(connection, budget)
            .map(wait -> new Taken(0, wait))
            .orElseGet(() -> new Taken(most, Duration.ZERO));
      }
      open(connection, budget, requestsPerMinute);
      try (PreparedStatement take = connection.prepareStatement(TAKE)) {
        fill(take, budget, requestsPerMinute, reserve);
        take.setInt(4, most);
        take.setInt(5, most);
        try (ResultSet row = take.executeQuery()) {
          if (row.next()) {
            return new Taken(row.getInt(1), Duration.ZERO);
          }
        }
      }
      return new Taken(0, atLeastABit(untilNext(connection, budget, requestsPerMinute, reserve)));
    }
  }

  /** Takes the next permit that flows in, when none is there and nobody else has done so. */
  public Optional<Duration> takeInAdvance(String budget, int requestsPerMinute)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      if (requestsPerMinute == 0) {
        return untilUnblocked(connection, budget);
      }
      open(connection, budget, requestsPerMinute);
      try (PreparedStatement take = connection.prepareStatement(IN_ADVANCE)) {
        fill(take, budget, requestsPerMinute, 0);
        try (ResultSet row = take.executeQuery()) {
          if (row.next()) {
            return Optional.empty();
          }
        }
      }
      return Optional.of(atLeastABit(untilNext(connection, budget, requestsPerMinute, 0)));
    }
  }

  /** How long whoever asks now would wait for a permit; zero when there is one. */
  public Duration nextIn(String budget, int requestsPerMinute) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      if (requestsPerMinute == 0) {
        return untilUnblocked(connection, budget).orElse(Duration.ZERO);
      }
      return untilNext(connection, budget, requestsPerMinute, 0);
    }
  }

  private static void fill(
      PreparedStatement statement, String budget, int requestsPerMinute, double reserve)
      throws SQLException {
    statement.setInt(1, requestsPerMinute);
    statement.setString(2, budget);
    statement.setDouble(3, reserve);
  }

  private static void open(Connection connection, String budget, int requestsPerMinute)
      throws SQLException {
    try (PreparedStatement open = connection.prepareStatement(OPEN)) {
      open.setString(1, budget);
      open.setInt(2, requestsPerMinute);
      open.executeUpdate();
    }
  }

  private static Duration untilNext(
      Connection connection, String budget, int requestsPerMinute, double reserve)
      throws SQLException {
    try (PreparedStatement wait = connection.prepareStatement(WAIT)) {
      fill(wait, budget, requestsPerMinute, reserve);
      try (ResultSet row = wait.executeQuery()) {
        return row.next() ? millis(Math.max(0, row.getDouble(1))) : Duration.ZERO;
      }
    }
  }

  private static Optional<Duration> untilUnblocked(Connection connection, String budget)
      throws SQLException {
    try (PreparedStatement blocked = connection.prepareStatement(BLOCKED)) {
      blocked.setString(1, budget);
      try (ResultSet row = blocked.executeQuery()) {
        return row.next() ? Optional.of(millis(row.getDouble(1))) : Optional.empty();
      }
    }
  }

  private static Duration atLeastABit(Duration time) {
    return time.compareTo(A_BIT) < 0 ? A_BIT : time;
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** Permits were not needed after all. */
  public void giveBack(String budget, int permits) throws SQLException {
    change(GIVE_BACK, budget, permits);
  }

  /** A call was made that nobody had a permit for: it is missed later. */
  public void owe(String budget, int permits) throws SQLException {
    change(OWE, budget, permits);
  }

  private void change(String sql, String budget, int permits) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement change = connection.prepareStatement(sql)) {
      change.setInt(1, permits);
      change.setString(2, budget);
      change.executeUpdate();
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

  /**
   * Heron told its own count: its limit holds, where it is the lower one, until the time is over.
   *
   * @param limit requests a minute
   * @param remaining requests it will still take in this window of its own
   */
  public void heed(String budget, int limit, int remaining, Duration time) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement heed = connection.prepareStatement(HEED)) {
      heed.setString(1, budget);
      heed.setInt(2, remaining);
      heed.setInt(3, limit);
      heed.setDouble(4, time.toMillis() / 1000.0);
      heed.executeUpdate();
    }
  }
}
