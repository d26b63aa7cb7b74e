package io.heronbridge.integration.access;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.persistence.access.AdminSession;
import io.heronbridge.persistence.access.AdminUser;
import io.heronbridge.persistence.access.People;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.secret.Secret;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The rows behind {@link OwnAccess}. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.NEWCOMER})
public class OwnAccessDesk {
  @Inject People people;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  public String passwordHash(String username) {
    return user(username).passwordHash();
  }

  /**
   * @throws ConflictException when the password is not the one any more that was compared, or the
   *     session has ended
   */
  public FreshSession changePassword(
      String username, String comparedHash, String hash, Secret session) {
    AdminUser user = people.administratorForChange(username).orElseThrow();
    if (!user.passwordHash().equals(comparedHash)) {
      throw new ConflictException("Your password was changed elsewhere meanwhile.");
    }
    Instant now = clock.instant();
    AdminSession presented =
        people
            .session(session, now)
            .orElseThrow(() -> new ConflictException("You were signed out meanwhile."));
    user.choosePassword(hash);
    people.endAll(user.id());
    FreshSession fresh = new FreshSession(Tokens.fresh(), Tokens.text());
    AdminSession next = presented.anew(fresh.token(), fresh.csrfToken(), now);
    next.lastUntil(now.plus(SignIn.SESSION_LENGTH));
    people.add(next);
    record(username, "user.password", null);
    return fresh;
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
