package io.heronbridge.integration.startup;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.time.ClockProducer;
import io.heronbridge.persistence.outbox.OutboxQueues;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Keeps this node's clock with PostgreSQL's. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClockKeeper {
  private static final System.Logger LOG = System.getLogger(ClockKeeper.class.getName());

  @Inject OutboxQueues database;
  @Inject ClockProducer clock;

  /** Asks PostgreSQL for the time and sets the clock to it. */
  @Schedule(second = "*/30", minute = "*", hour = "*", persistent = false)
  public void keep() {
    long begin = System.nanoTime();
    try {
      Instant shown = database.now();
      clock.set(shown, Duration.ofNanos(System.nanoTime() - begin));
    } catch (SQLException | RuntimeException e) {
      LOG.log(WARNING, () -> "clock not set: " + e.getMessage());
    }
  }
}
