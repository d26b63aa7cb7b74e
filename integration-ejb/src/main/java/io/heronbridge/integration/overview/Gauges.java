package io.heronbridge.integration.overview;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.metrics.BridgeMetrics;
import io.heronbridge.integration.overview.GaugeDesk.Reading;
import io.heronbridge.integration.spool.WebhookSpool;
import io.heronbridge.integration.startup.DatabaseAwayException;
import io.heronbridge.integration.startup.DatabaseWatch;
import io.heronbridge.persistence.database.DatabaseProbe.Finding;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The metrics with the levels of database and spool, read when they are asked for. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Gauges {
  private static final System.Logger LOG = System.getLogger(Gauges.class.getName());
  private static final String UP = "bridge.database.up";
  private static final String SPOOL = "bridge.spool.webhooks.";
  private static final double MILLIS = 1000;

  /** Longer than all its statements may take: the database is not away because a count is slow. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject GaugeDesk desk;
  @Inject DatabaseWatch database;
  @Inject WebhookSpool spool;
  @Inject BridgeMetrics metrics;
  @Inject Clock clock;

  /** Prometheus text; what the database does not tell now is {@code NaN}. */
  public String scrape() {
    try {
      database.ask(desk::read, PATIENCE).forEach(this::show);
    } catch (DatabaseAwayException | EJBException e) {
      LOG.log(WARNING, () -> "gauges not read: " + e.getMessage());
      metrics.forget(name -> !name.equals(UP) && !name.startsWith(SPOOL));
    }
    show(new Reading(UP, database.probed() == Finding.WRITABLE ? 1 : 0));
    spooled(spool.contents()).forEach(this::show);
    return metrics.scrape();
  }

  private void show(Reading reading) {
    metrics.level(reading.name(), reading.value());
  }

  private List<Reading> spooled(WebhookSpool.Contents contents) {
    double age =
        contents
            .oldest()
            .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / MILLIS)
            .orElse(0.0);
    return List.of(
        new Reading(SPOOL + "files", contents.files()),
        new Reading(SPOOL + "bytes", contents.bytes()),
        new Reading(SPOOL + "oldest.seconds", age),
        new Reading(SPOOL + "aside", contents.aside()));
  }
}
