package io.heronbridge.persistence.repetition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * All calls of the last day that came with an Idempotency-Key. Whoever begins one holds a lease, on
 * the database's clock; what a lease that has run out left behind may be begun anew.
 */
public final class ApiAnswers {
  private static final String KEPT = "interval '24 hours'";

  /** After a crash the same request may go on, after a day any. */
  private static final String BEGIN =
      """
      INSERT INTO api_answer AS a (scope, attempt, fingerprint, leased_until, created_at)
      VALUES (?, ?, ?, now() + make_interval(secs => ?), now())
      ON CONFLICT (scope) DO UPDATE
         SET attempt = excluded.attempt, fingerprint = excluded.fingerprint, answer = NULL,
             leased_until = excluded.leased_until, created_at = excluded.created_at
       WHERE a.created_at <= now() - %s
          OR (a.answer IS NULL AND a.leased_until <= now()
              AND a.fingerprint IS NOT DISTINCT FROM excluded.fingerprint)"""
          .formatted(KEPT);

  private static final String FIND =
      "SELECT attempt, fingerprint, answer FROM api_answer WHERE scope = ?";

  private static final String RENEW =
      """
      UPDATE api_answer SET leased_until = now() + make_interval(secs => ?)
       WHERE scope = ? AND attempt = ? AND answer IS NULL""";

  private static final String KEEP =
      """
      UPDATE api_answer SET answer = ?, fingerprint = ?
       WHERE scope = ? AND attempt = ?""";

  private static final String FORGET =
      "DELETE FROM api_answer WHERE scope = ? AND attempt = ? AND answer IS NULL";

  private static final String FORGET_OLD =
      """
      DELETE FROM api_answer
       WHERE scope IN (SELECT scope FROM api_answer
                        WHERE created_at <= now() - %s LIMIT ? FOR UPDATE SKIP LOCKED)"""
          .formatted(KEPT);

  private final DataSource dataSource;

  public ApiAnswers(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Takes the call, unless it was taken before.
   *
   * @param fingerprint empty while a long body is still arriving
   * @return whether it is ours now
   */
  public boolean begin(byte[] scope, UUID attempt, Optional<byte[]> fingerprint, Duration lease)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement begin = connection.prepareStatement(BEGIN)) {
      begin.setBytes(1, scope);
      begin.setObject(2, attempt);
      begin.setBytes(3, fingerprint.orElse(null));
      begin.setDouble(4, lease.toMillis() / 1000.0);
      return begin.executeUpdate() == 1;
    }
  }

  public Optional<ApiAnswer> find(byte[] scope) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setBytes(1, scope);
      try (ResultSet row = find.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  private static ApiAnswer read(ResultSet row) throws SQLException {
    return new ApiAnswer(
        row.getObject("attempt", UUID.class),
        Optional.ofNullable(row.getBytes("fingerprint")),
        Optional.ofNullable(row.getBytes("answer")));
  }

  /** Goes on holding a call that takes long. */
  public void renew(byte[] scope, UUID attempt, Duration lease) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement renew = connection.prepareStatement(RENEW)) {
      renew.setDouble(1, lease.toMillis() / 1000.0);
      renew.setBytes(2, scope);
      renew.setObject(3, attempt);
      renew.executeUpdate();
    }
  }

  /**
   * Keeps an answer, unless somebody else has taken the call over. May be done again, in case it
   * was not answered.
   *
   * @param sealed to the attempt
   */
  public boolean keep(byte[] scope, UUID attempt, byte[] fingerprint, byte[] sealed)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement keep = connection.prepareStatement(KEEP)) {
      keep.setBytes(1, sealed);
      keep.setBytes(2, fingerprint);
      keep.setBytes(3, scope);
      keep.setObject(4, attempt);
      return keep.executeUpdate() == 1;
    }
  }

  /** Gives the call back: whoever repeats it does it anew. */
  public void forget(byte[] scope, UUID attempt) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.setBytes(1, scope);
      forget.setObject(2, attempt);
      forget.executeUpdate();
    }
  }

  /** Deletes some of those that are older than a day; tells how many. */
  public int forgetOld(int most) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement forget = connection.prepareStatement(FORGET_OLD)) {
      forget.setInt(1, most);
      return forget.executeUpdate();
    }
  }
}
