package io.heronbridge.it.probe;

import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** A door for administrators and one for all. */
@Stateless
public class RoleProbe {

  @RolesAllowed(Role.Names.ADMIN)
  public String forAdministrators() {
    return "welcome";
  }

  @PermitAll
  public String forAll() {
    return "welcome";
  }
}
