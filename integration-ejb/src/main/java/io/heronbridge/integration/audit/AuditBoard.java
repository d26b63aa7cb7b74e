package io.heronbridge.integration.audit;

import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.audit.AuditEntry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The audit trail, newest first. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class AuditBoard {
  private static final List<String> KINDS_OF_ACTORS = List.of("", "user:", "key:", "end-user:");

  @Inject EntityManager entityManager;

  private record Condition(String sql, String name, Object value) {}

  /**
   * @param cursor from the page before
   */
  public Page<AuditView> entries(AuditFilter filter, Optional<String> cursor, int limit) {
    long before = cursor.map(AuditBoard::number).orElse(Long.MAX_VALUE);
    List<Condition> conditions = conditions(filter);
    conditions.add(new Condition("id < :before", "before", before));
    String where = conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND "));
    Query query =
        entityManager.createNativeQuery(
            "SELECT id, at, actor, action, subject, detail FROM audit_entry WHERE "
                + where
                + " ORDER BY id DESC",
            AuditEntry.class);
    conditions.forEach(condition -> query.setParameter(condition.name(), condition.value()));
    List<?> found = query.setMaxResults(limit + 1).getResultList();
    List<AuditEntry> rows = found.stream().map(AuditEntry.class::cast).toList();
    boolean more = rows.size() > limit;
    List<AuditEntry> shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        shown.stream().map(AuditBoard::view).toList(),
        more ? Optional.of(Long.toString(shown.get(limit - 1).id())) : Optional.empty());
  }

  private static List<Condition> conditions(AuditFilter filter) {
    List<Condition> found = new ArrayList<>();
    filter
        .actor()
        .map(name -> KINDS_OF_ACTORS.stream().map(kind -> kind + name).toList())
        .ifPresent(names -> found.add(new Condition("actor IN (:actors)", "actors", names)));
    filter
        .action()
        .ifPresent(action -> found.add(new Condition("action = :action", "action", action)));
    filter
        .subject()
        .ifPresent(
            subject ->
                found.add(
                    new Condition(
                        "(subject = :subject"
                            + " OR substr(subject, strpos(subject, ':') + 1) = :subject)",
                        "subject",
                        subject)));
    filter.from().ifPresent(from -> found.add(new Condition("at >= :from", "from", from)));
    filter.until().ifPresent(until -> found.add(new Condition("at < :until", "until", until)));
    return found;
  }

  private static long number(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new InvalidInputException("cursor", "is not a cursor of this list");
    }
  }

  private static AuditView view(AuditEntry entry) {
    return new AuditView(
        entry.at(), entry.actor(), entry.action(), entry.subject(), entry.detail());
  }
}
