package io.heronbridge.integration.access;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.persistence.access.AdminUser;
import io.heronbridge.persistence.access.People;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.secret.Secret;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** The rows behind {@link OwnAccess}. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.NEWCOMER})
public class OwnAccessDesk {
  @Inject People people;
  @Inject AuditTrail audit;

  public String passwordHash(String username) {
    return user(username).passwordHash();
  }

  /**
   * @throws ConflictException when the password is not the one any more that was compared
   */
  public void changePassword(String username, String comparedHash, String hash, Secret session) {
    AdminUser user = people.administratorForChange(username).orElseThrow();
    if (!user.passwordHash().equals(comparedHash)) {
      throw new ConflictException("Your password was changed elsewhere meanwhile.");
    }
    user.choosePassword(hash);
    people.endOthers(user.id(), session);
    record(username, "user.password", null);
  }

  public void endSession(String username, UUID session) {
    if (people.end(session, user(username).id())) {
      record(username, "session.end", null);
    }
  }

  public int endOtherSessions(String username, Secret session) {
    int ended = people.endOthers(user(username).id(), session);
    if (ended > 0) {
      record(username, "session.end", "all others, " + ended);
    }
    return ended;
  }

  private AdminUser user(String username) {
    return people.administrator(username).orElseThrow();
  }

  private void record(String username, String action, String detail) {
    audit.record("user:" + username, action, "user:" + username, detail);
  }
}
