package io.heronbridge.integration.audit;

import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.audit.AuditEntry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The audit trail, newest first. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class AuditBoard {
  @Inject EntityManager entityManager;

  /**
   * @param cursor from the page before
   */
  public Page<AuditView> entries(Optional<String> cursor, int limit) {
    List<AuditEntry> rows =
        entityManager
            .createQuery(
                "select a from AuditEntry a where a.id < :before order by a.id desc",
                AuditEntry.class)
            .setParameter("before", cursor.map(AuditBoard::number).orElse(Long.MAX_VALUE))
            .setMaxResults(limit + 1)
            .getResultList();
    boolean more = rows.size() > limit;
    List<AuditEntry> shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        shown.stream().map(AuditBoard::view).toList(),
        more ? Optional.of(Long.toString(shown.get(limit - 1).id())) : Optional.empty());
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
