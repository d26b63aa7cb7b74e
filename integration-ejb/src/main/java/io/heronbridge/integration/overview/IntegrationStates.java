package io.heronbridge.integration.overview;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.overview.Overview.Answers;
import io.heronbridge.integration.overview.Overview.IntegrationState;
import io.heronbridge.integration.overview.Overview.Refused;
import io.heronbridge.integration.overview.Overview.Trip;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integration.LenderEndpoint;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How every integration is doing. */
@Dependent
class IntegrationStates {
  /** Every column by an index, whatever the number of links. */
  private static final String FIGURES =
      """
      SELECT i.id,
             (SELECT count(*) FROM (
                SELECT 1 FROM integration_link l
                 WHERE l.integration = i.id AND l.status = 'PENDING' LIMIT :most) AS counted),
             (SELECT count(*) FROM (
                SELECT 1 FROM integration_link l
                 WHERE l.integration = i.id AND l.status = 'FAILED' LIMIT :most) AS counted),
             (SELECT max(l.linked_at) FROM integration_link l
               WHERE l.integration = i.id AND l.linked_at IS NOT NULL),
             b.reason, b.opened_at,
             (SELECT coalesce(sum(a.accepted), 0) FROM webhook_answer a
               WHERE a.integration = i.id AND a.hour > now() - interval '1 day'),
             (SELECT coalesce(sum(a.rejected), 0) FROM webhook_answer a
               WHERE a.integration = i.id AND a.hour > now() - interval '1 day')
        FROM integration i
        LEFT JOIN heron_breaker b ON b.integration = i.id AND b.trips > 0\
      """;

  /** Those that the list of webhooks shows. */
  private static final String REFUSED =
      """
      SELECT integration, reason, sum(refused) FROM refused_webhook
       WHERE reason <> 'REPEATED' AND day >= ((now() - interval '1 day') AT TIME ZONE 'UTC')::date
       GROUP BY 1, 2 ORDER BY 3 DESC, 2\
      """;

  @Inject EntityManager entityManager;
  @Inject Integrations integrations;

  List<IntegrationState> all(Caller caller) {
    Map<UUID, Object[]> figures = figures();
    Map<UUID, List<Refused>> refused = refused();
    return integrations.all().stream()
        .filter(integration -> caller.mayUse(integration.id()))
        .filter(integration -> figures.containsKey(integration.id()))
        .map(
            integration ->
                state(
                    integration,
                    figures.get(integration.id()),
                    refused.getOrDefault(integration.id(), List.of())))
        .toList();
  }

  private Map<UUID, Object[]> figures() {
    List<?> rows =
        entityManager
            .createNativeQuery(FIGURES)
            .setParameter("most", Overview.MOST_COUNTED)
            .getResultList();
    Map<UUID, Object[]> figures = new HashMap<>();
    rows.stream().map(Object[].class::cast).forEach(row -> figures.put((UUID) row[0], row));
    return figures;
  }

  private Map<UUID, List<Refused>> refused() {
    List<?> rows = entityManager.createNativeQuery(REFUSED).getResultList();
    Map<UUID, List<Refused>> refused = new HashMap<>();
    for (Object entry : rows) {
      Object[] row = (Object[]) entry;
      refused
          .computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
          .add(new Refused(((String) row[1]).toLowerCase(Locale.ROOT), number(row[2])));
    }
    return refused;
  }

  private static IntegrationState state(
      Integration integration, Object[] row, List<Refused> refused) {
    return new IntegrationState(
        integration.id(),
        integration.name(),
        Words.of(integration.plaid().environment()),
        Words.of(integration.status()),
        integration.pausedReason(),
        Optional.ofNullable((String) row[4])
            .map(reason -> new Trip(reason, Optional.ofNullable((Instant) row[5]))),
        integration.events().flatMap(LenderEndpoint::goneSince),
        number(row[1]),
        number(row[2]),
        Optional.ofNullable((Instant) row[3]),
        new Answers(number(row[6]), number(row[7])),
        refused);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
