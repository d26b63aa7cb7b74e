package io.heronbridge.launcher.postgres;

import io.heronbridge.launcher.CannotStartException;
import io.heronbridge.launcher.Pause;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The database the application is to use. */
public record Database(String url, Optional<String> username, Optional<String> password) {
  private static final String PREFIX = "jdbc:postgresql:";
  private static final String CONNECT_SECONDS = "5";
  private static final String UNDEFINED_TABLE = "42P01";

  /** The operator's own, when there is one. */
  public static Optional<Database> configured(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("BRIDGE_DATABASE_URL"))
        .filter(url -> !url.isBlank())
        .map(
            url ->
                new Database(
                    url.trim(),
                    Optional.ofNullable(environment.get("BRIDGE_DATABASE_USERNAME")),
                    Optional.ofNullable(environment.get("BRIDGE_DATABASE_PASSWORD"))));
  }

  /** Waits until the database answers, or tells why it never will. */
  public void awaitAnswer(Duration atMost) throws Exception {
    requireUsableUrl();
    if (!Pause.until(atMost, this::answers)) {
      throw new CannotStartException(
          ("The database of BRIDGE_DATABASE_URL has not answered for %d seconds:"
                  + " check that PostgreSQL runs there and can be reached from here.")
              .formatted(atMost.toSeconds()));
    }
  }

  private void requireUsableUrl() {
    if (!url.startsWith(PREFIX) || org.postgresql.Driver.parseURL(url, null) == null) {
      throw new CannotStartException(
          "BRIDGE_DATABASE_URL must be a JDBC URL of PostgreSQL,"
              + " such as jdbc:postgresql://db.internal:5432/heron_bridge.");
    }
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      sentence(e.getSQLState())
          .ifPresent(
              sentence -> {
                throw new CannotStartException(sentence, e);
              });
      return false;
    }
  }

  /** What a person must mend; empty for what may pass by itself. */
  static Optional<String> sentence(String state) {
    return switch (String.valueOf(state)) {
      case "28P01", "28000", "08004" ->
          Optional.of(
              "PostgreSQL refuses the credentials in BRIDGE_DATABASE_USERNAME"
                  + " and BRIDGE_DATABASE_PASSWORD.");
      case "3D000" ->
          Optional.of("The database named in BRIDGE_DATABASE_URL does not exist: create it first.");
      default -> Optional.empty();
    };
  }

  Connection connect() throws SQLException {
    Properties properties = new Properties();
    username.ifPresent(name -> properties.setProperty("user", name));
    password.ifPresent(word -> properties.setProperty("password", word));
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("ApplicationName", "heron-bridge-launcher");
    return DriverManager.getConnection(url, properties);
  }

  /** Whether secrets were sealed here already, so that only their keyset will do. */
  public boolean holdsSecrets() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT 1 FROM sealed_canary")) {
      return row.next();
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public String toString() {
    return "database(hidden)";
  }
}
