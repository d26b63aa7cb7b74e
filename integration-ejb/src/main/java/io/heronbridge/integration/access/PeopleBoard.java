package io.heronbridge.integration.access;

import io.heronbridge.integration.problem.NotFoundException;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People and the browsers they are signed in with, for display. */
@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class PeopleBoard {
  @Inject People people;
  @Inject Clock clock;

  /** Everybody, by name. */
  public List<PersonView> people() {
    Instant now = clock.instant();
    Map<UUID, Long> sessions = people.countSessions(now);
    return people.all().stream()
        .map(user -> view(user, sessions.getOrDefault(user.id(), 0L), now))
        .toList();
  }

  /**
   * @throws NotFoundException when there is none
   */
  public PersonView person(UUID id) {
    Instant now = clock.instant();
    AdminUser user = people.find(id).orElseThrow(() -> new NotFoundException("user " + id));
    return view(user, people.sessionsOf(id, now).size(), now);
  }

  private static PersonView view(AdminUser user, long sessions, Instant now) {
    return new PersonView(
        user.id(),
        user.username(),
        user.role(),
        state(user, now),
        new PersonView.Times(user.createdAt(), user.lastSignInAt(), user.oneTimeUntil()),
        user.isActive() ? sessions : 0);
  }

  private static String state(AdminUser user, Instant now) {
    if (!user.isActive()) {
      return "deactivated";
    }
    return user.oneTimeUntil()
        .map(until -> now.isBefore(until) ? "newcomer" : "expired")
        .orElse("active");
  }

  /** The sessions of one person, the last used first. */
  public List<SessionView> sessions(UUID person, Secret current) {
    return views(person, current);
  }

  /** The caller's own sessions, the last used first. */
  @RolesAllowed({Role.Names.VIEWER, Role.Names.NEWCOMER})
  public List<SessionView> ownSessions(Secret current, Caller caller) {
    AdminUser user = people.administrator(caller.username().orElseThrow()).orElseThrow();
    return views(user.id(), current);
  }

  private List<SessionView> views(UUID person, Secret current) {
    return people.sessionsOf(person, clock.instant()).stream()
        .map(session -> view(session, current))
        .toList();
  }

  private static SessionView view(AdminSession session, Secret current) {
    return new SessionView(
        session.id(),
        session.createdAt(),
        session.lastSeenAt(),
        session.origin(),
        session.isOf(current));
  }
}
