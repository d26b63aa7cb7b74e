package io.heronbridge.persistence.history;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The history of deliveries. Spans begin by the database's clock, and are worked out anew rather
 * than added to: whoever does it twice, changes nothing.
 */
public final class DeliverySpans {
  /** The last minute that has ended is whoever's who enters it first. */
  private static final String ENTER =
      """
      INSERT INTO delivery_history (span_minutes, begins, minutes, delivered, failed, refused,
                                    latencies, backlog)
      SELECT 1, last.minute, 1, 0, 0, 0, '{}', (SELECT count(*) FROM outbox_message)
        FROM (SELECT date_bin('1 minute', now(), 'epoch') - interval '1 minute' AS minute) AS last
       WHERE NOT EXISTS (SELECT 1 FROM delivery_history h
                          WHERE h.span_minutes = 1 AND h.begins = last.minute)
      ON CONFLICT DO NOTHING""";

  /**
   * Attempts count when they ended. The last five minutes are counted each time, since an outcome
   * may be recorded late; no attempt lasts longer than five minutes. A result that came too late to
   * be believed is the other half of an attempt that counts.
   */
  private static final String COUNT =
      """
      WITH ended AS MATERIALIZED (
        SELECT date_bin('1 minute', e.ended, 'epoch') AS minute, a.outcome,
               width_bucket(a.duration_ms, ?::bigint[]) AS class
          FROM attempt a
         CROSS JOIN LATERAL (
           SELECT a.started_at + a.duration_ms * interval '1 millisecond' AS ended) e
         WHERE a.started_at >= now() - interval '12 minutes'
           AND a.outcome <> 'ABANDONED'
           AND e.ended >= date_bin('1 minute', now(), 'epoch') - interval '5 minutes'
           AND e.ended < date_bin('1 minute', now(), 'epoch'))
      INSERT INTO delivery_history AS h (span_minutes, begins, minutes, delivered, failed, refused,
                                         latencies)
      SELECT 1, e.minute, 1,
             count(*) FILTER (WHERE e.outcome IN ('DELIVERED', 'CONFIRMED')),
             count(*) FILTER (WHERE e.outcome NOT IN ('DELIVERED', 'CONFIRMED', 'REFUSED',
                                                      'UNAUTHORISED')),
             count(*) FILTER (WHERE e.outcome IN ('REFUSED', 'UNAUTHORISED')),
             (SELECT array_agg(counted.answers ORDER BY counted.class)
                FROM (SELECT c.class, count(same.minute) AS answers
                        FROM generate_series(0, ?) AS c (class)
                        LEFT JOIN ended same ON same.class = c.class AND same.minute = e.minute
                       GROUP BY c.class) AS counted)
        FROM ended e
       GROUP BY e.minute
      ON CONFLICT (span_minutes, begins)
      DO UPDATE SET delivered = excluded.delivered, failed = excluded.failed,
                    refused = excluded.refused, latencies = excluded.latencies""";

  /** Of the finer spans that lie in a longer one; those that can have changed. */
  private static final String SUM =
      """
      WITH length AS (SELECT make_interval(mins => ?) AS span, ?::smallint AS finer),
      changed AS MATERIALIZED (
        SELECT date_bin(length.span, f.begins, 'epoch') AS bin, f.*
          FROM delivery_history f CROSS JOIN length
         WHERE f.span_minutes = length.finer
           AND f.begins >= date_bin(length.span, now() - interval '6 minutes', 'epoch'))
      INSERT INTO delivery_history AS h (span_minutes, begins, minutes, delivered, failed, refused,
                                         latencies, backlog)
      SELECT ?, c.bin, sum(c.minutes), sum(c.delivered), sum(c.failed), sum(c.refused),
             (SELECT coalesce(array_agg(added.answers ORDER BY added.class), '{}')
                FROM (SELECT l.class, sum(l.answers)::bigint AS answers
                        FROM changed same
                       CROSS JOIN unnest(same.latencies) WITH ORDINALITY AS l (answers, class)
                       WHERE same.bin = c.bin
                       GROUP BY l.class) AS added),
             max(c.backlog)
        FROM changed c
       GROUP BY c.bin
      ON CONFLICT (span_minutes, begins)
      DO UPDATE SET minutes = excluded.minutes, delivered = excluded.delivered,
                    failed = excluded.failed, refused = excluded.refused,
                    latencies = excluded.latencies, backlog = excluded.backlog""";

  private static final String FORGET =
      "DELETE FROM delivery_history WHERE span_minutes = ? AND begins < now() - make_interval(secs => ?)";

  private static final String SINCE =
      """
      SELECT begins, minutes, delivered, failed, refused, latencies, backlog
        FROM delivery_history WHERE span_minutes = ? AND begins >= ? ORDER BY begins""";

  private final DataSource dataSource;

  public DeliverySpans(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Enters the minute that ended last, unless somebody has; counts what was attempted lately; and
   * forgets what is too old for any chart. Wants a transaction of the caller's.
   *
   * @return whether it was for us to do
   */
  public boolean enterLastMinute() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
        if (enter.executeUpdate() == 0) {
          return false;
        }
      }
      count(connection);
      for (SpanLength length : SpanLength.values()) {
        sum(connection, length);
        forget(connection, length);
      }
      return true;
    }
  }

  private static void count(Connection connection) throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setArray(1, connection.createArrayOf("bigint", Latencies.BOUNDS.toArray()));
      count.setInt(2, Latencies.BOUNDS.size());
      count.executeUpdate();
    }
  }

  private static void sum(Connection connection, SpanLength length) throws SQLException {
    Optional<SpanLength> finer = length.finer();
    if (finer.isEmpty()) {
      return;
    }
    try (PreparedStatement sum = connection.prepareStatement(SUM)) {
      sum.setInt(1, length.minutes());
      sum.setInt(2, finer.get().minutes());
      sum.setInt(3, length.minutes());
      sum.executeUpdate();
    }
  }

  private static void forget(Connection connection, SpanLength length) throws SQLException {
    try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.setInt(1, length.minutes());
      forget.setDouble(2, length.kept().toSeconds());
      forget.executeUpdate();
    }
  }

  /** The spans of a length that began then or later and were looked at, in their order. */
  public List<DeliverySpan> since(SpanLength length, Instant begin) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SINCE)) {
      select.setInt(1, length.minutes());
      select.setTimestamp(2, Timestamp.from(begin));
      List<DeliverySpan> spans = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          spans.add(span(row));
        }
      }
      return spans;
    }
  }

  private static DeliverySpan span(ResultSet row) throws SQLException {
    long backlog = row.getLong("backlog");
    Optional<Long> seen = row.wasNull() ? Optional.empty() : Optional.of(backlog);
    Array latencies = row.getArray("latencies");
    return new DeliverySpan(
        row.getTimestamp("begins").toInstant(),
        row.getInt("minutes"),
        row.getLong("delivered"),
        row.getLong("failed"),
        row.getLong("refused"),
        new Latencies(List.of((Long[]) latencies.getArray())),
        seen);
  }
}
