package io.heronbridge.integration.overview;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.exchange.PublicTokenClaims;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts what the overview shows. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class OverviewDesk {
  private static final String TOTALS =
      """
      SELECT (SELECT min(created_at) FROM integration_link WHERE status = 'PENDING'),
             (SELECT count(*) FROM item
               WHERE status IN ('LOGIN_REQUIRED', 'PENDING_DISCONNECT', 'REVOKED')),
             (SELECT count(*) FROM received_webhook WHERE received_at > now() - interval '1 day'),
             (SELECT count(*) FROM received_webhook WHERE status = 'FAILED'),
             (SELECT coalesce(sum(refused), 0) FROM refused_webhook
               WHERE reason <> 'REPEATED' AND day >= (now() AT TIME ZONE 'UTC')::date - 1),
             (SELECT max(linked_at) FROM integration_link),
             (SELECT count(*) FROM integration_link l JOIN item i ON i.id = l.item
               WHERE l.drift IS NOT NULL AND i.status <> 'REMOVED')
             + (SELECT count(*) FROM unknown_link u
                 WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.item_id = u.item_id))""";

  /** More than a person can take in. */
  private static final int MOST_LOST = 1000;

  @Inject EntityManager entityManager;
  @Inject Integrations integrations;
  @Inject PublicTokenClaims claims;

  /** What is counted and known of each integration. */
  private record Known(
      Map<UUID, Tally> tallies, Map<UUID, Overview.Answers> answers, Map<UUID, String> failing) {}

  /** What one integration's links add up to, by status. */
  private record Tally(Map<String, Long> byStatus) {
    long of(String status) {
      return byStatus.getOrDefault(status, 0L);
    }
  }

  public Overview overview(Caller caller) {
    Known known = new Known(tallies(), answers(), failing());
    List<Overview.IntegrationState> states =
        integrations.all().stream()
            .filter(integration -> caller.mayUse(integration.id()))
            .map(integration -> state(integration, known))
            .toList();
    Object[] totals = (Object[]) entityManager.createNativeQuery(TOTALS).getSingleResult();
    return new Overview(
        failedLinks(),
        states.stream().mapToLong(Overview.IntegrationState::pending).sum(),
        states.stream().mapToLong(Overview.IntegrationState::linked).sum(),
        Optional.ofNullable((Instant) totals[0]),
        number(totals[1]),
        claims.lost(MOST_LOST).size(),
        number(totals[2]),
        number(totals[3]),
        number(totals[4]),
        Optional.ofNullable((Instant) totals[5]),
        states,
        number(totals[6]));
  }

  private List<Overview.ReasonCount> failedLinks() {
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                SELECT coalesce(error_kind, 'unknown'), error_http_status, count(*)
                  FROM integration_link WHERE status = 'FAILED'
                 GROUP BY 1, 2 ORDER BY 3 DESC""")
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Overview.ReasonCount(
                    (String) row[0], Optional.ofNullable((Integer) row[1]), number(row[2])))
        .toList();
  }

  private Map<UUID, Tally> tallies() {
    List<?> rows =
        entityManager
            .createNativeQuery(
                "SELECT integration, status, count(*) FROM integration_link GROUP BY 1, 2")
            .getResultList();
    Map<UUID, Tally> tallies = new HashMap<>();
    for (Object entry : rows) {
      Object[] row = (Object[]) entry;
      tallies
          .computeIfAbsent((UUID) row[0], id -> new Tally(new HashMap<>()))
          .byStatus()
          .put((String) row[1], number(row[2]));
    }
    return tallies;
  }

  private Map<UUID, Overview.Answers> answers() {
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                SELECT integration, sum(accepted), sum(rejected) FROM webhook_answer
                 WHERE hour > now() - interval '1 day' GROUP BY 1""")
            .getResultList();
    Map<UUID, Overview.Answers> answers = new HashMap<>();
    for (Object entry : rows) {
      Object[] row = (Object[]) entry;
      answers.put((UUID) row[0], new Overview.Answers(number(row[1]), number(row[2])));
    }
    return answers;
  }

  private Map<UUID, String> failing() {
    List<?> rows =
        entityManager
            .createNativeQuery("SELECT integration, reason FROM heron_breaker WHERE trips > 0")
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
  }

  private static Overview.IntegrationState state(Integration integration, Known known) {
    Tally tally = known.tallies().getOrDefault(integration.id(), new Tally(Map.of()));
    return new Overview.IntegrationState(
        integration.id(),
        integration.name(),
        integration.plaid().environment().name().toLowerCase(Locale.ROOT),
        integration.status().name().toLowerCase(Locale.ROOT),
        integration.pausedReason(),
        Optional.ofNullable(known.failing().get(integration.id())),
        tally.of("PENDING"),
        tally.of("FAILED"),
        tally.of("LINKED"),
        known.answers().getOrDefault(integration.id(), new Overview.Answers(0, 0)));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
