package io.heronbridge.it.contract;

import io.heronbridge.it.support.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One connection and its open transaction, given out as often as asked, ended by the test. */
final class HeldConnection implements AutoCloseable {
  private final Connection connection;

  HeldConnection(Database database) throws SQLException {
    connection = database.connect();
    connection.setAutoCommit(false);
  }

  void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** Gives this connection to everyone; closing it there does nothing. */
  DataSource asDataSource() {
    return proxy(
        DataSource.class,
        (proxy, method, args) -> {
          if (method.getName().equals("getConnection")) {
            return unclosed();
          }
          throw new UnsupportedOperationException(method.getName());
        });
  }

  private Connection unclosed() {
    return proxy(
        Connection.class,
        (proxy, method, args) -> {
          if (method.getName().equals("close")) {
            return null;
          }
          try {
            return method.invoke(connection, args);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            HeldConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
