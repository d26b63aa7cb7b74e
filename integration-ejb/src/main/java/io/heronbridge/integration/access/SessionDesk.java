package io.heronbridge.integration.access;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.persistence.access.AdminSession;
import io.heronbridge.persistence.access.AdminUser;
import io.heronbridge.persistence.access.Origin;
import io.heronbridge.persistence.access.People;
import io.heronbridge.persistence.access.SignInRefusals;
import io.heronbridge.persistence.secret.Secret;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows behind signing in, each step a short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SessionDesk {
  private static final System.Logger LOG = System.getLogger(SessionDesk.class.getName());
  private static final Duration LONGEST_COUNTED = Duration.ofDays(1);

  @Inject People people;
  @Inject SignInRefusals refusals;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Somebody at the door, whose password is not compared yet. */
  public record Entrant(UUID user, String username, String passwordHash) {
    @Override
    public String toString() {
      return "entrant " + username;
    }
  }

  /** A session that has not ended. */
  public record Known(UUID id, Instant lastSeenAt, Caller caller) {}

  public Optional<Entrant> entrant(String username) {
    return people
        .administrator(username)
        .map(user -> new Entrant(user.id(), user.username(), user.passwordHash()));
  }

  /**
   * Begins a session for somebody whose password was right; the token is told once. Empty when the
   * person may not come in, or the password was changed since it was compared.
   */
  public Optional<Secret> begin(Entrant entrant, Origin from) {
    Instant now = clock.instant();
    people.forgetEndedSessions(now);
    refusals.forgetBefore(now.minus(LONGEST_COUNTED));
    // The change locks the row: what others did to it meanwhile counts, what they do later waits.
    if (!people.noteSignIn(entrant.user(), entrant.passwordHash(), now)) {
      LOG.log(INFO, () -> "not let in user=%s".formatted(entrant.username()));
      return Optional.empty();
    }
    AdminUser user = people.find(entrant.user()).orElseThrow();
    Secret token = Tokens.fresh();
    AdminSession session = new AdminSession(user, token, Tokens.text(), from, now);
    session.lastUntil(now.plus(SignIn.SESSION_LENGTH));
    people.add(session);
    String name = "user:" + entrant.username();
    audit.record(name, "session.begin", name, refusedBefore(entrant.username()));
    LOG.log(INFO, () -> "signed in user=%s".formatted(entrant.username()));
    return Optional.of(token);
  }

  /** Null when there were none. */
  private String refusedBefore(String username) {
    long refused = refusals.forget(username);
    return refused == 0
        ? null
        : "after " + refused + (refused == 1 ? " refused sign-in" : " refused sign-ins");
  }

  public void end(Secret token) {
    people
        .session(token, clock.instant())
        .ifPresent(
            session -> {
              String user = "user:" + session.user().username();
              audit.record(user, "session.end", user);
            });
    people.end(token);
  }

  public Optional<Known> known(Secret token) {
    return people.session(token, clock.instant()).map(SessionDesk::asKnown);
  }

  private static Known asKnown(AdminSession session) {
    AdminUser user = session.user();
    Caller caller =
        new Caller("user:" + user.username(), user.groups(), List.of(), session.csrfToken());
    return new Known(session.id(), session.lastSeenAt(), caller);
  }
}
