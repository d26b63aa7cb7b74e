package io.heronbridge.integration.access;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.AdminUser;
import io.heronbridge.persistence.access.People;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Adding people and changing what they may. Whoever is changed has no session afterwards: what they
 * may now holds from their next request on.
 */
@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class PeopleDesk {
  @Inject People people;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** What is kept of a password, and until when it lets its person in if it was made for them. */
  public record KeptPassword(String hash, Optional<Instant> oneTimeUntil) {
    @Override
    public String toString() {
      return "password(hidden)";
    }

    void giveTo(AdminUser user) {
      oneTimeUntil.ifPresentOrElse(
          until -> user.receivePassword(hash, until), () -> user.choosePassword(hash));
    }

    private String told() {
      return oneTimeUntil.isPresent() ? "one-time password" : "chosen password";
    }
  }

  public UUID add(String username, Role role, KeptPassword password, Caller caller) {
    people.changeAlone();
    if (people.isTaken(username)) {
      throw new InvalidInputException("username", "is taken");
    }
    AdminUser user = new AdminUser(username, password.hash(), role, clock.instant());
    password.giveTo(user);
    people.add(user);
    record("user.create", user, word(role) + ", " + password.told(), caller);
    return user.id();
  }

  public String username(UUID id) {
    return people.find(id).map(AdminUser::username).orElseThrow(() -> none(id));
  }

  /**
   * @throws ConflictException for the caller's own role, and for the last administrator's
   */
  public void changeRole(UUID id, Role role, Caller caller) {
    AdminUser user = findForChange(id);
    if (user.role() == role) {
      return;
    }
    requireAnother(user, "change your own role", caller);
    requireAdministratorsLeft(user);
    String change = word(user.role()) + " -> " + word(role);
    user.take(role);
    people.endAll(id);
    record("user.role", user, change, caller);
  }

  /**
   * @throws ConflictException for the caller's own, which is changed with the old one
   */
  public void resetPassword(UUID id, KeptPassword password, Caller caller) {
    AdminUser user = findForChange(id);
    requireAnother(user, "reset your own password: change it under Your account", caller);
    password.giveTo(user);
    people.endAll(id);
    record("user.password-reset", user, password.told(), caller);
  }

  /**
   * @throws ConflictException for the caller, and for the last administrator
   */
  public void deactivate(UUID id, Caller caller) {
    AdminUser user = findForChange(id);
    requireAnother(user, "deactivate yourself", caller);
    if (!user.isActive()) {
      return;
    }
    requireAdministratorsLeft(user);
    user.deactivate(clock.instant());
    people.endAll(id);
    record("user.deactivate", user, null, caller);
  }

  public void reactivate(UUID id, Caller caller) {
    AdminUser user = findForChange(id);
    if (user.isActive()) {
      return;
    }
    user.reactivate();
    record("user.reactivate", user, null, caller);
  }

  /** Signs a person out of one browser. */
  public void endSession(UUID id, UUID session, Caller caller) {
    AdminUser user = people.find(id).orElseThrow(() -> none(id));
    if (people.end(session, id)) {
      record("session.end", user, null, caller);
    }
  }

  /** Signs a person out everywhere; tells of how many browsers. */
  public int endSessions(UUID id, Caller caller) {
    AdminUser user = people.find(id).orElseThrow(() -> none(id));
    int ended = people.endAll(id);
    if (ended > 0) {
      record("session.end", user, "all " + ended, caller);
    }
    return ended;
  }

  private AdminUser findForChange(UUID id) {
    people.changeAlone();
    return people.findForChange(id).orElseThrow(() -> none(id));
  }

  private static NotFoundException none(UUID id) {
    return new NotFoundException("user " + id);
  }

  private static void requireAnother(AdminUser user, String what, Caller caller) {
    if (caller.username().filter(user.username()::equals).isPresent()) {
      throw new ConflictException("You cannot " + what + ".");
    }
  }

  private void requireAdministratorsLeft(AdminUser leaving) {
    boolean counts = leaving.isActive() && leaving.role() == Role.ADMIN;
    if (counts && people.countActiveAdministrators() == 1) {
      throw new ConflictException(
          leaving.username() + " is the last administrator: make somebody else one first.");
    }
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private void record(String action, AdminUser user, String detail, Caller caller) {
    audit.record(caller.name(), action, "user:" + user.username(), detail);
  }
}
