package io.heronbridge.benchmarks.peer;

import io.heronbridge.benchmarks.contender.Engine.Change;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Transactions that a library joins without knowing: while one runs, the data source gives its
 * thread the connection of the transaction, and closing that does nothing. What a container or
 * Spring does for those who have one.
 */
final class JoinedTransactions {
  private final DataSource database;
  private final ThreadLocal<Connection> current = new ThreadLocal<>();
  private final DataSource joined =
      (DataSource)
          Proxy.newProxyInstance(
              DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, this::ask);

  JoinedTransactions(DataSource database) {
    this.database = database;
  }

  DataSource dataSource() {
    return joined;
  }

  void run(Change work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      current.set(withoutClose(connection));
      try {
        work.make(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        current.remove();
      }
    }
  }

  private Object ask(Object proxy, Method method, Object[] arguments) throws Throwable {
    boolean connects = method.getName().equals("getConnection") && method.getParameterCount() == 0;
    Connection ours = current.get();
    return connects && ours != null ? ours : call(database, method, arguments);
  }

  private static Connection withoutClose(Connection connection) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            method.getName().equals("close") ? null : call(connection, method, arguments);
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
