package io.heronbridge.benchmarks.ours;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections to the same database, outside the pool. */
final class Unpooled {
  private Unpooled() {}

  static Connection like(DataSource pool) throws SQLException {
    HikariDataSource hikari = pool.unwrap(HikariDataSource.class);
    return DriverManager.getConnection(
        hikari.getJdbcUrl(), hikari.getUsername(), hikari.getPassword());
  }
}
