package io.heronbridge.integration.audit;

import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Notes who takes a whole list away: it holds what people are known by. */
@Stateless
@RolesAllowed(Role.Names.VIEWER)
public class ExportDesk {
  @Inject AuditTrail audit;

  /**
   * @param filter as it stands in the list's address
   */
  public void saved(String list, Optional<String> filter, String actor) {
    audit.record(actor, "list.save", "list:" + list, filter.orElse(null));
  }
}
