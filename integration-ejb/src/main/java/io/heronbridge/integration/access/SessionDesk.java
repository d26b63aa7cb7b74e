package io.heronbridge.integration.access;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.persistence.access.AdminSession;
import io.heronbridge.persistence.access.AdminUser;
import io.heronbridge.persistence.access.People;
import io.heronbridge.persistence.secret.Secret;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows behind signing in, each step a short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SessionDesk {
  private static final System.Logger LOG = System.getLogger(SessionDesk.class.getName());

  @Inject People people;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  public Optional<String> passwordHash(String username) {
    return people.administrator(username).map(AdminUser::passwordHash);
  }

  /** Begins a session for somebody whose password was right; the token is told once. */
  public Secret begin(String username) {
    AdminUser user = people.administrator(username).orElseThrow();
    Instant now = clock.instant();
    people.forgetEndedSessions(now);
    Secret token = Tokens.fresh();
    AdminSession session = new AdminSession(user, token, Tokens.text(), now);
    session.lastUntil(now.plus(SignIn.SESSION_LENGTH));
    people.add(session);
    audit.record("user:" + username, "session.begin", "user:" + username);
    LOG.log(INFO, () -> "signed in user=%s".formatted(username));
    return token;
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

  public Optional<Caller> caller(Secret token) {
    return people.session(token, clock.instant()).map(SessionDesk::asCaller);
  }

  private static Caller asCaller(AdminSession session) {
    AdminUser user = session.user();
    return new Caller(
        "user:" + user.username(), user.role().groups(), List.of(), session.csrfToken());
  }
}
