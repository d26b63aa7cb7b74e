package io.heronbridge.persistence.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * A connection that is replaced when PostgreSQL has gone away and come back.
 *
 * <p>Neither Payara's nor WildFly's pool recovers from a database restart when the data source is
 * given by annotation. So the connection heals itself: before the first statement of a transaction
 * it makes sure that it is alive, and otherwise dials again. A transaction already begun on a dead
 * connection fails, as it must.
 */
final class SelfHealingConnection implements InvocationHandler {
  private static final long IDLE_NANOS = 500_000_000L;
  private static final int PROBE_SECONDS = 2;
  private static final Set<String> FIRST_USES =
      Set.of("createStatement", "prepareStatement", "prepareCall", "setAutoCommit", "isValid");

  private final Dialer dialer;
  private Connection current;
  private boolean inTransaction;
  private boolean closed;
  private boolean autoCommit = true;
  private boolean readOnly;
  private Integer isolation;
  private long lastUsed;

  /** Opens a connection to the database. */
  interface Dialer {
    Connection dial() throws SQLException;
  }

  private SelfHealingConnection(Dialer dialer) throws SQLException {
    this.dialer = dialer;
    this.current = dialer.dial();
    this.lastUsed = System.nanoTime();
  }

  static Connection over(Dialer dialer) throws SQLException {
    return (Connection)
        Proxy.newProxyInstance(
            SelfHealingConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new SelfHealingConnection(dialer));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
    String name = method.getName();
    switch (name) {
      case "equals":
        return proxy == args[0];
      case "hashCode":
        return System.identityHashCode(proxy);
      case "close":
        closed = true;
        break;
      default:
        if (FIRST_USES.contains(name)) {
          heal();
        }
        break;
    }
    return call(method, args, name);
  }

  private Object call(Method method, Object[] args, String name) throws Throwable {
    try {
      Object result = method.invoke(current, args);
      follow(name, args);
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      lastUsed = System.nanoTime();
    }
  }

  private void follow(String name, Object[] args) {
    switch (name) {
      case "createStatement":
      case "prepareStatement":
      case "prepareCall":
        inTransaction = !autoCommit;
        break;
      case "commit":
        inTransaction = false;
        break;
      case "rollback":
        inTransaction = inTransaction && args != null;
        break;
      case "setAutoCommit":
        autoCommit = (Boolean) args[0];
        inTransaction = inTransaction && !autoCommit;
        break;
      case "setTransactionIsolation":
        isolation = (Integer) args[0];
        break;
      case "setReadOnly":
        readOnly = (Boolean) args[0];
        break;
      default:
        break;
    }
  }

  private void heal() throws SQLException {
    if (closed || inTransaction || isAlive()) {
      return;
    }
    Connection dead = current;
    current = dialer.dial();
    if (isolation != null) {
      current.setTransactionIsolation(isolation);
    }
    current.setReadOnly(readOnly);
    current.setAutoCommit(autoCommit);
    closeQuietly(dead);
  }

  private boolean isAlive() throws SQLException {
    if (current.isClosed()) {
      return false;
    }
    return System.nanoTime() - lastUsed < IDLE_NANOS || current.isValid(PROBE_SECONDS);
  }

  private static void closeQuietly(Connection dead) {
    try {
      dead.close();
    } catch (SQLException ignored) {
      // It was dead already.
    }
  }
}
