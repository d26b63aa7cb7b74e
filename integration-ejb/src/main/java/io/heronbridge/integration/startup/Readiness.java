package io.heronbridge.integration.startup;

import io.heronbridge.integration.startup.Startup.Phase;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Tells, check by check, whether this node can receive durably. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Readiness {
  private static final int QUERY_SECONDS = 2;

  @Resource(lookup = BridgeDatabase.JNDI)
  private DataSource dataSource;

  @Inject Startup startup;

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
        database());
  }

  private Check database() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(QUERY_SECONDS);
      statement.execute("SELECT 1");
      return new Check("database", true, "");
    } catch (SQLException e) {
      return new Check("database", false, "PostgreSQL does not answer.");
    }
  }
}
