package io.heronbridge.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfHealingConnectionTest {
  private final Deque<Wire> answers = new ArrayDeque<>();

  /** One connection as PostgreSQL's driver has it: a flag, and whether it is still there. */
  private static final class Wire {
    final List<String> calls = new ArrayList<>();
    boolean autoCommit = true;
    boolean dead;
    boolean closed;
    boolean refusesIsolation;

    Connection connection() {
      return (Connection)
          Proxy.newProxyInstance(
              Wire.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, args) -> answer(method.getName(), args));
    }

    private Object answer(String call, Object[] args) throws SQLException {
      calls.add(call);
      switch (call) {
        case "isClosed":
          return dead || closed;
        case "isValid":
          return !dead;
        case "setAutoCommit":
          autoCommit = (Boolean) args[0];
          return null;
        case "setTransactionIsolation":
          if (refusesIsolation) {
            throw new SQLException("no");
          }
          return null;
        case "commit":
          if (autoCommit) {
            throw new SQLException("Cannot commit when autoCommit is enabled.");
          }
          return null;
        case "close":
          closed = true;
          return null;
        default:
          return null;
      }
    }
  }

  private Connection open() throws SQLException {
    return SelfHealingConnection.over(
        () -> {
          Wire next = answers.poll();
          if (next == null) {
            throw new SQLException("connection refused");
          }
          return next.connection();
        });
  }

  private Wire willAnswer() {
    Wire wire = new Wire();
    answers.add(wire);
    return wire;
  }

  @Test
  void deadConnectionIsReplacedBeforeTheFirstStatement() throws SQLException {
    Wire first = willAnswer();
    Wire second = willAnswer();
    Connection connection = open();
    first.dead = true;

    connection.setAutoCommit(false);
    connection.createStatement();
    connection.commit();

    assertThat(first.closed).isTrue();
    assertThat(second.calls).contains("createStatement", "commit");
  }

  /** WildFly's pool believes it done as soon as it has asked, and asks no more. */
  @Test
  void transactionThatCouldNotBeginIsBegunOnTheNextConnection() throws SQLException {
    Wire first = willAnswer();
    Connection connection = open();
    first.dead = true;
    assertThatThrownBy(() -> connection.setAutoCommit(false)).isInstanceOf(SQLException.class);

    Wire second = willAnswer();
    connection.createStatement();
    connection.commit();

    assertThat(second.autoCommit).isFalse();
  }

  /** And it believes in the end of one only when it was told. */
  @Test
  void transactionThatCouldNotEndGoesOnToBeOne() throws SQLException {
    Wire first = willAnswer();
    Connection connection = open();
    connection.setAutoCommit(false);
    first.dead = true;
    assertThatThrownBy(() -> connection.setAutoCommit(true)).isInstanceOf(SQLException.class);

    Wire second = willAnswer();
    connection.createStatement();
    connection.commit();

    assertThat(second.autoCommit).isFalse();
  }

  @Test
  void connectionThatCannotBePreparedIsClosedAndNotUsed() throws SQLException {
    Wire first = willAnswer();
    Connection connection = open();
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    first.dead = true;
    Wire unusable = willAnswer();
    unusable.refusesIsolation = true;

    assertThatThrownBy(connection::createStatement).hasMessage("no");

    Wire third = willAnswer();
    connection.createStatement();
    assertThat(unusable.closed).isTrue();
    assertThat(third.calls).contains("createStatement");
  }

  @Test
  void transactionOnADeadConnectionIsNotContinuedOnAnother() throws SQLException {
    Wire first = willAnswer();
    Wire second = willAnswer();
    Connection connection = open();
    connection.setAutoCommit(false);
    connection.createStatement();
    first.dead = true;

    connection.createStatement();

    assertThat(first.calls).filteredOn("createStatement"::equals).hasSize(2);
    assertThat(second.calls).isEmpty();
  }
}
