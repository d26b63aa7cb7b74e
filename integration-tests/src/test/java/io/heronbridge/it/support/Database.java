package io.heronbridge.it.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** One database of the run's PostgreSQL, and a test's own way into it. */
public record Database(String url, String username, String password) {
  /** By which the database tells a test's own connections from a server's. */
  static final String APPLICATION = "tests";

  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", username);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", APPLICATION);
    return DriverManager.getConnection(url, properties);
  }

  /** Runs one statement and tells how many rows it changed. */
  public int change(String sql, Object... values) {
    try (Connection connection = connect();
        PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Runs statements that take no values, all or none. */
  void run(String script) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    } catch (SQLException e) {
      throw new IllegalStateException(script, e);
    }
  }

  /** The first column of every row. */
  public List<String> column(String sql, Object... values) {
    List<String> column = new ArrayList<>();
    try (Connection connection = connect();
        PreparedStatement statement = prepared(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        column.add(row.getString(1));
      }
      return column;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The number that the statement selects. */
  public long number(String sql, Object... values) {
    return Long.parseLong(column(sql, values).get(0));
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
