package io.heronbridge.integration.overview;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.metrics.BridgeMetrics;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The metrics with the state of the database read when they are asked for. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Gauges {
  private static final System.Logger LOG = System.getLogger(Gauges.class.getName());

  @Inject GaugeDesk desk;
  @Inject BridgeMetrics metrics;

  /** Prometheus text; while the database is away, what it would tell is left as it was. */
  public String scrape() {
    try {
      desk.read().forEach(reading -> metrics.level(reading.name(), reading.value()));
    } catch (EJBException e) {
      LOG.log(WARNING, () -> "gauges not read: " + e.getMessage());
    }
    return metrics.scrape();
  }
}
