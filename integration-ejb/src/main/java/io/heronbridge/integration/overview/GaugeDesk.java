package io.heronbridge.integration.overview;

import io.heronbridge.integration.outbox.SelfCheck;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** Reads the levels that live in the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class GaugeDesk {
  private static final String LEVELS =
      """
      SELECT (SELECT count(*) FROM outbox_message),
             (SELECT count(*) FROM integration WHERE status = 'PAUSED'),
             (SELECT count(*) FROM heron_breaker WHERE trips > 0),
             (SELECT count(*) FROM integration_link WHERE status = 'FAILED'),
             (SELECT count(*) FROM integration_link WHERE drift IS NOT NULL),
             (SELECT count(*) FROM lender_event WHERE status = 'FAILED'),
             (SELECT count(*) FROM integration
               WHERE events_gone_since IS NOT NULL AND events_off_reason IS NOT NULL),
             (SELECT coalesce(sum(rejected) / nullif(sum(accepted + rejected), 0), 0)
                FROM webhook_answer WHERE hour > now() - interval '1 day'),
             (SELECT coalesce(max(share), 0)
                FROM (SELECT sum(rejected) / sum(accepted + rejected) AS share
                        FROM webhook_answer WHERE hour > now() - interval '1 day'
                       GROUP BY integration HAVING sum(accepted + rejected) >= 10) AS each)\
      """;

  /** A scrape is no reason to keep the database busy. */
  private static final String NOT_FOR_LONG = "SET LOCAL statement_timeout = '3s'";

  @Inject EntityManager entityManager;
  @Inject SelfCheck selfCheck;

  /** One level and its metric's name. */
  public record Reading(String name, double value) {}

  public List<Reading> read() {
    entityManager.createNativeQuery(NOT_FOR_LONG).executeUpdate();
    Object[] row = (Object[]) entityManager.createNativeQuery(LEVELS).getSingleResult();
    List<Reading> readings =
        new ArrayList<>(
            List.of(
                new Reading("bridge.outbox.backlog", number(row[0])),
                new Reading("bridge.integrations.paused", number(row[1])),
                new Reading("bridge.integrations.tripped", number(row[2])),
                new Reading("bridge.links.failed", number(row[3])),
                new Reading("bridge.links.drifted", number(row[4])),
                new Reading("bridge.events.failed", number(row[5])),
                new Reading("bridge.backends.gone", number(row[6])),
                new Reading("bridge.webhooks.rejected.share", number(row[7])),
                new Reading("bridge.webhooks.rejected.share.worst", number(row[8]))));
    selfCheck
        .findings()
        .forEach(finding -> readings.add(new Reading(finding.name(), finding.value())));
    return readings;
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
