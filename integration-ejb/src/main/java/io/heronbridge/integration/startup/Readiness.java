package io.heronbridge.integration.startup;

import io.heronbridge.integration.spool.SpoolFolder;
import io.heronbridge.integration.startup.Startup.Phase;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Tells, check by check, whether this node can receive durably. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Readiness {
  private static final int QUERY_SECONDS = 2;
  private static final String WRITABLE =
      "SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off'";

  @Resource(lookup = BridgeDatabase.JNDI)
  private DataSource dataSource;

  @Inject Startup startup;
  @Inject SpoolFolder spool;

  /**
   * One named check.
   *
   * @param explanation for people; empty when all is well
   */
  public record Check(String name, boolean up, String explanation) {}

  public List<Check> checks() {
    boolean started = startup.phase() == Phase.READY;
    return List.of(
        new Check("migrations", started, startup.explanation()),
        new Check("keyset", started, startup.explanation()),
        database(),
        spool());
  }

  /** Up only while PostgreSQL takes writes: a standby can receive nothing durably. */
  private Check database() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(QUERY_SECONDS);
      try (ResultSet row = statement.executeQuery(WRITABLE)) {
        row.next();
        boolean writable = row.getBoolean(1);
        return new Check("database", writable, writable ? "" : "PostgreSQL takes no writes.");
      }
    } catch (SQLException e) {
      return new Check("database", false, "PostgreSQL does not answer.");
    }
  }

  private Check spool() {
    boolean writable = spool.isWritable();
    return new Check("spool", writable, writable ? "" : "The spool folder cannot be written.");
  }
}
