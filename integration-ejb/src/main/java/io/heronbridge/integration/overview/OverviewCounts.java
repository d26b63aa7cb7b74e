package io.heronbridge.integration.overview;

import io.heronbridge.integration.item.Advice;
import io.heronbridge.integration.overview.Overview.FailedLinks;
import io.heronbridge.integration.overview.Overview.MissedWebhooks;
import io.heronbridge.integration.overview.Overview.Reason;
import io.heronbridge.persistence.exchange.PublicTokenClaims;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts by an index, and no further than a person can take in. */
@Dependent
class OverviewCounts {
  private static final String FAILED =
      """
      SELECT coalesce(error_kind, 'unknown'), error_http_status, count(*)
        FROM (SELECT error_kind, error_http_status FROM integration_link WHERE status = 'FAILED'
               ORDER BY created_at DESC, id DESC LIMIT :most) AS newest
       GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2\
      """;

  private static final String BANKS =
      """
      SELECT s.status, (SELECT count(*) FROM (
               SELECT 1 FROM item i
                WHERE i.status = s.status
                  AND i.status IN ('LOGIN_REQUIRED', 'PENDING_DISCONNECT', 'REVOKED')
                LIMIT :most) AS counted)
        FROM unnest(ARRAY['LOGIN_REQUIRED', 'PENDING_DISCONNECT', 'REVOKED'])
             WITH ORDINALITY AS s (status, place)
       ORDER BY s.place\
      """;

  private static final String MISSED =
      """
      SELECT count(*) FILTER (WHERE status = 'FAILED'),
             count(*) FILTER (WHERE status = 'REFRESH_REQUESTED'),
             min(received_at) FILTER (WHERE status = 'REFRESH_REQUESTED')
        FROM (SELECT status, received_at FROM received_webhook WHERE missed
               ORDER BY received_at LIMIT :most) AS counted\
      """;

  private static final String DRIFTING =
      """
      SELECT (SELECT count(*) FROM (
                SELECT 1 FROM integration_link l JOIN item i ON i.id = l.item
                 WHERE l.drift IS NOT NULL AND i.status <> 'REMOVED' LIMIT :most) AS counted)
           + (SELECT count(*) FROM (
                SELECT 1 FROM unknown_link u
                 WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.item_id = u.item_id)
                 LIMIT :most) AS counted)\
      """;

  private static final String FAILED_EVENTS =
      """
      SELECT count(*) FROM (
        SELECT 1 FROM lender_event WHERE status = 'FAILED' LIMIT :most) AS counted\
      """;

  /** They are few, and each is looked at. */
  private static final int MOST_LOST = 1000;

  @Inject EntityManager entityManager;
  @Inject PublicTokenClaims claims;

  FailedLinks failedLinks() {
    Map<String, List<Object[]>> byKind = new LinkedHashMap<>();
    rows(FAILED)
        .forEach(
            row -> byKind.computeIfAbsent((String) row[0], kind -> new ArrayList<>()).add(row));
    List<Reason> reasons =
        byKind.entrySet().stream()
            .map(kind -> reason(kind.getKey(), kind.getValue()))
            .sorted((one, other) -> Long.compare(other.count(), one.count()))
            .toList();
    return new FailedLinks(reasons.stream().mapToLong(Reason::count).sum(), reasons);
  }

  private static Reason reason(String kind, List<Object[]> rows) {
    List<Integer> answers =
        rows.stream().map(row -> (Integer) row[1]).filter(Objects::nonNull).toList();
    Optional<Integer> first = Optional.ofNullable((Integer) rows.get(0)[1]);
    long count = rows.stream().mapToLong(row -> number(row[2])).sum();
    return new Reason(kind, answers, count, Advice.on(kind, first));
  }

  /** By status; none that is not there. */
  Map<String, Long> banksNeedingTheirUser() {
    Map<String, Long> banks = new LinkedHashMap<>();
    rows(BANKS)
        .filter(row -> number(row[1]) > 0)
        .forEach(row -> banks.put(((String) row[0]).toLowerCase(Locale.ROOT), number(row[1])));
    return banks;
  }

  MissedWebhooks missedWebhooks() {
    Object[] row = rows(MISSED).findFirst().orElseThrow();
    return new MissedWebhooks(
        number(row[0]), number(row[1]), Optional.ofNullable((Instant) row[2]));
  }

  long drifting() {
    return count(DRIFTING);
  }

  long failedEvents() {
    return count(FAILED_EVENTS);
  }

  private long count(String sql) {
    return number(
        entityManager
            .createNativeQuery(sql)
            .setParameter("most", Overview.MOST_COUNTED)
            .getSingleResult());
  }

  long lostExchanges() {
    return claims.lost(MOST_LOST).size();
  }

  private Stream<Object[]> rows(String sql) {
    List<?> rows =
        entityManager
            .createNativeQuery(sql)
            .setParameter("most", Overview.MOST_COUNTED)
            .getResultList();
    return rows.stream().map(Object[].class::cast);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
