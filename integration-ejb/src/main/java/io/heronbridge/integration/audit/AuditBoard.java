package io.heronbridge.integration.audit;

import io.heronbridge.integration.listing.Conditions;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.audit.AuditEntry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;

/** The audit trail, newest first. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class AuditBoard {
  private static final List<String> KINDS_OF_ACTORS = List.of("", "user:", "key:", "end-user:");

  @Inject EntityManager entityManager;

  /**
   * @param cursor from the page before
   */
  public Page<AuditView> entries(AuditFilter filter, Optional<String> cursor, int limit) {
    long before = cursor.map(AuditBoard::number).orElse(Long.MAX_VALUE);
    Conditions conditions = conditions(filter).and("id < :before", "before", before);
    Query query =
        conditions.bind(
            entityManager.createNativeQuery(
                "SELECT id, at, actor, action, subject, detail FROM audit_entry WHERE "
                    + conditions.text()
                    + " ORDER BY id DESC",
                AuditEntry.class));
    List<?> found = query.setMaxResults(limit + 1).getResultList();
    List<AuditEntry> rows = found.stream().map(AuditEntry.class::cast).toList();
    boolean more = rows.size() > limit;
    List<AuditEntry> shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        shown.stream().map(AuditBoard::view).toList(),
        more ? Optional.of(Long.toString(shown.get(limit - 1).id())) : Optional.empty());
  }

  private static Conditions conditions(AuditFilter filter) {
    return new Conditions()
        .andWhere("actor IN (:actors)", "actors", filter.actor().map(AuditBoard::actors))
        .andWhere("action = :action", "action", filter.action())
        .andWhere(
            "(subject = :subject OR substr(subject, strpos(subject, ':') + 1) = :subject)",
            "subject",
            filter.subject())
        .andWhere("at >= :from", "from", filter.from())
        .andWhere("at < :until", "until", filter.until());
  }

  private static List<String> actors(String name) {
    return KINDS_OF_ACTORS.stream().map(kind -> kind + name).toList();
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
