package io.heronbridge.integration.outbox;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells other nodes' dispatchers that there is work, and hears it from them: PostgreSQL's {@code
 * LISTEN} on a connection of its own, {@code NOTIFY} outside everybody's transactions, since those
 * that notify commit one after the other.
 */
final class Signals {
  static final String CHANNEL = "heron_bridge_outbox";

  private static final System.Logger LOG = System.getLogger(Signals.class.getName());
  private static final int LISTEN_MILLIS = 5000;
  private static final int VALID_SECONDS = 2;
  private static final long RETRY_MILLIS = 300;

  /** Many commits in a row are told once. */
  private static final long SPACING_MILLIS = 10;

  private final Callable<Connection> connections;
  private final OutboxLedger ledger;
  private final WakeUp wakeUp;
  private final Thread listener;
  private final Thread teller;
  private volatile boolean stopping;

  Signals(OutboxEngine.Parts parts) {
    this.connections = parts.unpooled();
    this.ledger = parts.ledger();
    this.wakeUp = parts.wakeUp();
    this.listener = parts.threads().newThread(this::listenForever);
    this.listener.setName("outbox-listener");
    this.teller = parts.threads().newThread(this::tellForever);
    this.teller.setName("outbox-teller");
  }

  void start() {
    listener.start();
    teller.start();
  }

  void stop() {
    stopping = true;
    listener.interrupt();
    teller.interrupt();
  }

  private void listenForever() {
    boolean troubled = false;
    while (!stopping) {
      try (Connection connection = connections.call()) {
        listen(connection);
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        // Whatever it was: a node that hears nothing is only slower, and listens again soon.
        if (!troubled && !stopping) {
          LOG.log(INFO, () -> "not listening for other nodes just now: " + e);
        }
        troubled = true;
        if (!pause(RETRY_MILLIS)) {
          return;
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException, InterruptedException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + CHANNEL);
    }
    // What was told while nobody listened is unknown.
    wakeUp.here();
    PGConnection postgres = connection.unwrap(PGConnection.class);
    while (!stopping) {
      PGNotification[] heard = postgres.getNotifications(LISTEN_MILLIS);
      if (heard != null && heard.length > 0) {
        hear(heard);
      } else if (!connection.isValid(VALID_SECONDS)) {
        throw new SQLException("the connection is gone");
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private void hear(PGNotification[] heard) {
    for (PGNotification each : heard) {
      if (!each.getParameter().equals(ledger.node())) {
        wakeUp.here();
        return;
      }
    }
  }

  private void tellForever() {
    while (!stopping) {
      try {
        wakeUp.awaitElsewhere();
        ledger.tellOthers(CHANNEL);
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        LOG.log(WARNING, () -> "other nodes not told, they will look by themselves: " + e);
      }
      if (!pause(SPACING_MILLIS)) {
        return;
      }
    }
  }

  private static boolean pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
