package io.heronbridge.integration.reading;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.listing.Conditions;
import io.heronbridge.integration.listing.Cursor;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integrationlink.Drift;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.Item;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All drift, to look at: of our links, and links of Heron's that we do not know. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class DriftBoard {
  /** Counting stops here: beyond it, the exact number helps nobody. */
  public static final int MOST_COUNTED = 10_000;

  private static final String ALL =
      """
      SELECT l.id, l.created_at AS since, lower(l.drift) AS kind, l.integration, true AS ours,
             NULL AS item_id, NULL AS end_user_id, NULL AS heron_status, NULL AS name,
             NULL::timestamptz AS seen
        FROM integration_link l JOIN item i ON i.id = l.item
       WHERE l.drift IS NOT NULL AND i.status <> 'REMOVED'
      UNION ALL
      SELECT u.id, u.first_seen_at, 'unknown_here', u.integration, false,
             u.item_id, e.end_user_id, u.heron_status, n.name, u.last_seen_at
        FROM unknown_link u JOIN end_user e ON e.id = u.end_user
             JOIN integration n ON n.id = u.integration
       WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.item_id = u.item_id)""";

  @Inject EntityManager entityManager;
  @Inject IntegrationLinks links;
  @Inject PublicUrls urls;

  /** Newest first. */
  public Page<DriftView> drift(
      DriftFilter filter, Optional<String> cursor, int limit, Caller caller) {
    Cursor after = Cursor.read(cursor);
    Conditions conditions =
        narrowed(filter, caller)
            .and("(d.since, d.id) < (:at, CAST(:id AS uuid))")
            .with("at", after.at())
            .with("id", after.id());
    List<Object[]> rows = rows("d.*", conditions, " ORDER BY d.since DESC, d.id DESC", limit + 1);
    Map<UUID, IntegrationLink> ours = ours(rows);
    return Page.of(rows, limit, row -> new Cursor((Instant) row[1], (UUID) row[0]))
        .map(row -> (Boolean) row[4] ? known(ours.get((UUID) row[0])) : unknown(row));
  }

  /** How many there are, counted up to {@link #MOST_COUNTED}. */
  public long count(DriftFilter filter, Caller caller) {
    return rows("d.id, d.kind", narrowed(filter, caller), "", MOST_COUNTED).size();
  }

  /** What a link drifted in; empty when all agree. */
  public Optional<DriftView> of(UUID link, Caller caller) {
    return links
        .find(link)
        .filter(found -> caller.mayUse(found.integration().id()))
        .filter(found -> found.drift().isPresent() && !found.item().isRemoved())
        .map(this::known);
  }

  private static Conditions narrowed(DriftFilter filter, Caller caller) {
    return new Conditions()
        .within("d.integration IN (:mine)", caller.integrations())
        .andWhere("d.kind = :kind", "kind", filter.kind().map(DriftBoard::kind))
        .andWhere("d.integration = :integration", "integration", filter.integrationId());
  }

  private static String kind(String word) {
    String kind = word.toLowerCase(Locale.ROOT);
    if (!DriftView.KINDS.contains(kind)) {
      throw new InvalidInputException("kind", "must be " + String.join(", ", DriftView.KINDS));
    }
    return kind;
  }

  private List<Object[]> rows(String columns, Conditions conditions, String order, int limit) {
    Query query =
        conditions.bind(
            entityManager.createNativeQuery(
                "SELECT %s FROM (%s) d WHERE %s%s"
                    .formatted(columns, ALL, conditions.text(), order)));
    List<?> rows = query.setMaxResults(limit).getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }

  private Map<UUID, IntegrationLink> ours(List<Object[]> rows) {
    List<UUID> ids =
        rows.stream().filter(row -> (Boolean) row[4]).map(row -> (UUID) row[0]).toList();
    return ids.isEmpty()
        ? Map.of()
        : links.withItems(ids).stream()
            .collect(Collectors.toMap(IntegrationLink::id, Function.identity()));
  }

  private DriftView known(IntegrationLink link) {
    Item item = link.item();
    Drift drift = link.drift().orElseThrow();
    Remedy remedy = Remedy.of(drift, link, urls.webhookOf(link.integration()));
    return new DriftView(
        Words.of(drift),
        Optional.of(link.id()),
        item.itemId().value(),
        link.integration().id(),
        link.integration().name(),
        item.endUser().endUserId().value(),
        Words.of(link.status()),
        drift == Drift.MISSING_AT_HERON
            ? Optional.empty()
            : Optional.ofNullable(link.heron().status()),
        item.plaidReadAt().map(at -> item.errorCode().orElse(Words.of(item.status()))),
        link.heronReadAt(),
        item.plaidReadAt(),
        remedy.cause(),
        remedy.repair(),
        remedy.advice());
  }

  private static DriftView unknown(Object[] row) {
    return new DriftView(
        DriftView.UNKNOWN_HERE,
        Optional.empty(),
        (String) row[5],
        (UUID) row[3],
        (String) row[8],
        (String) row[6],
        "unknown",
        Optional.ofNullable((String) row[7]),
        Optional.empty(),
        Optional.of((Instant) row[9]),
        Optional.empty(),
        "Heron has a link for this end user whose item is not known here.",
        Optional.empty(),
        "Without its access token nothing can be mended from here: bring the item in with POST /items,"
            + " or ask Heron to delete the link.");
  }
}
