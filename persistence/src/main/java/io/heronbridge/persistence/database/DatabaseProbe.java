package io.heronbridge.persistence.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Asks whether PostgreSQL takes writes, over a connection of its own: those of the pool may all
 * hang. Answers within a few seconds, also when PostgreSQL or the network does not.
 */
public final class DatabaseProbe {
  private static final int SECONDS = 2;
  private static final String WRITABLE =
      "SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off'";

  private final DataSource source;

  /** What PostgreSQL said. */
  public enum Finding {
    WRITABLE,
    READ_ONLY,
    /** It answers, but not this question: it has no connection left, for example. */
    REFUSING,
    SILENT
  }

  public DatabaseProbe() {
    this(hasty(new BridgeDataSource()));
  }

  DatabaseProbe(DataSource source) {
    this.source = source;
  }

  private static DataSource hasty(PGSimpleDataSource source) {
    source.setLoginTimeout(SECONDS);
    source.setConnectTimeout(SECONDS);
    source.setSocketTimeout(SECONDS);
    return source;
  }

  public Finding ask() {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(WRITABLE)) {
      row.next();
      return row.getBoolean(1) ? Finding.WRITABLE : Finding.READ_ONLY;
    } catch (SQLException e) {
      return isSilence(e.getSQLState()) ? Finding.SILENT : Finding.REFUSING;
    }
  }

  /** No connection, or a server that starts or stops. */
  private static boolean isSilence(String state) {
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }
}
