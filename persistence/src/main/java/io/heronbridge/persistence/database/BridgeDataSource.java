package io.heronbridge.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The data source of {@code java:app/jdbc/HeronBridge}: reads {@code bridge.database.*} itself, so
 * that an operator configures the database once, whatever the server. Its connections survive a
 * restart of PostgreSQL.
 */
public class BridgeDataSource extends PGSimpleDataSource {
  private static final long serialVersionUID = 1L;
  private static final String DRIVER_PREFIX = "jdbc:postgresql:";

  private final boolean settled;

  /** Reads the settings; servers call this through the data source definition. */
  public BridgeDataSource() {
    Config config = ConfigProvider.getConfig();
    super.setUrl(required(config));
    config.getOptionalValue("bridge.database.username", String.class).ifPresent(super::setUser);
    config.getOptionalValue("bridge.database.password", String.class).ifPresent(super::setPassword);
    super.setApplicationName("heron-bridge");
    super.setConnectTimeout(5);
    super.setSocketTimeout(60);
    super.setTcpKeepAlive(true);
    super.setReWriteBatchedInserts(true);
    this.settled = true;
  }

  private static String required(Config config) {
    String url = config.getOptionalValue("bridge.database.url", String.class).orElse("");
    if (!url.startsWith(DRIVER_PREFIX)) {
      throw new IllegalStateException(
          "bridge.database.url (BRIDGE_DATABASE_URL) must be a JDBC URL of PostgreSQL,"
              + " such as jdbc:postgresql://db.internal:5432/heron_bridge");
    }
    return url;
  }

  /** A connection that belongs to no pool and stays what it is, for whoever listens on it. */
  public Connection unpooled() throws SQLException {
    return super.getConnection(getUser(), getPassword());
  }

  @Override
  public Connection getConnection() throws SQLException {
    return SelfHealingConnection.over(this::unpooled);
  }

  /** WildFly asks with blank names; ours are then meant. */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    if (user == null || user.isBlank()) {
      return getConnection();
    }
    return SelfHealingConnection.over(() -> super.getConnection(user, password));
  }

  // Payara passes the annotation's defaults (serverName localhost and so on) to these setters after
  // construction; they must not replace what the operator configured.

  @Override
  @Deprecated
  public void setServerName(String serverName) {
    if (!settled) {
      super.setServerNames(new String[] {serverName});
    }
  }

  @Override
  public void setServerNames(String[] serverNames) {
    if (!settled) {
      super.setServerNames(serverNames);
    }
  }

  @Override
  @Deprecated
  public void setPortNumber(int portNumber) {
    if (!settled) {
      super.setPortNumbers(new int[] {portNumber});
    }
  }

  @Override
  public void setPortNumbers(int[] portNumbers) {
    if (!settled) {
      super.setPortNumbers(portNumbers);
    }
  }

  @Override
  public void setDatabaseName(String databaseName) {
    if (!settled) {
      super.setDatabaseName(databaseName);
    }
  }

  @Override
  public void setUrl(String url) {
    if (!settled) {
      super.setUrl(url);
    }
  }

  @Override
  public void setURL(String url) {
    if (!settled) {
      super.setUrl(url);
    }
  }

  @Override
  public void setUser(String user) {
    if (!settled) {
      super.setUser(user);
    }
  }

  @Override
  public void setPassword(String password) {
    if (!settled) {
      super.setPassword(password);
    }
  }
}
