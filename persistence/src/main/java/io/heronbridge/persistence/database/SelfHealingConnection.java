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
 * connection fails, as it must. Pools call harmless methods on connections they hand out, so only
 * an answer of the server counts as a sign of life.
 */
final class SelfHealingConnection implements InvocationHandler {

  /** No PostgreSQL restarts faster; longer ago, a connection must prove that it is alive. */
  private static final long IDLE_NANOS = 100_000_000L;

  private static final int PROBE_SECONDS = 2;
  private static final Set<String> FIRST_USES =
      Set.of("createStatement", "prepareStatement", "prepareCall", "isValid");

  private final Dialer dialer;
  private Connection current;
  private boolean inTransaction;
  private boolean closed;
  private boolean autoCommit = true;
  private boolean readOnly;
  private Integer isolation;
  private long lastAnswer;

  /** Opens a connection to the database. */
  interface Dialer {
    Connection dial() throws SQLException;
  }

  private SelfHealingConnection(Dialer dialer) throws SQLException {
    this.dialer = dialer;
    this.current = dialer.dial();
    this.lastAnswer = System.nanoTime();
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
      case "setAutoCommit":
        // Remembered even when nobody can be dialled now: WildFly's pool takes a begin as done.
        autoCommit = autoCommit && (Boolean) args[0];
        heal();
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
      // Over, one way or the other: else a connection that died within a transaction never heals.
      inTransaction = inTransaction && !endsTransaction(name, args);
      throw e.getCause();
    }
  }

  private static boolean endsTransaction(String name, Object[] args) {
    return name.equals("commit") || name.equals("rollback") && args == null;
  }

  private void follow(String name, Object[] args) {
    switch (name) {
      case "createStatement":
      case "prepareStatement":
      case "prepareCall":
        inTransaction = !autoCommit;
        break;
      case "commit":
      case "rollback":
        // Without an open transaction the driver asks nothing of the server.
        lastAnswer = inTransaction ? System.nanoTime() : lastAnswer;
        inTransaction = inTransaction && !endsTransaction(name, args);
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
    current = prepared(dialer.dial());
    lastAnswer = System.nanoTime();
    closeQuietly(dead);
  }

  /** As the pool believes it to be, or not at all. */
  private Connection prepared(Connection fresh) throws SQLException {
    try {
      if (isolation != null) {
        fresh.setTransactionIsolation(isolation);
      }
      fresh.setReadOnly(readOnly);
      fresh.setAutoCommit(autoCommit);
      return fresh;
    } catch (SQLException e) {
      closeQuietly(fresh);
      throw e;
    }
  }

  private boolean isAlive() throws SQLException {
    if (current.isClosed()) {
      return false;
    }
    if (System.nanoTime() - lastAnswer < IDLE_NANOS) {
      return true;
    }
    boolean alive = current.isValid(PROBE_SECONDS);
    lastAnswer = alive ? System.nanoTime() : lastAnswer;
    return alive;
  }

  private static void closeQuietly(Connection unusable) {
    try {
      unusable.close();
    } catch (SQLException ignored) {
      // It was dead already.
    }
  }
}
