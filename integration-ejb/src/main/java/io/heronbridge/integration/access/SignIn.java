package io.heronbridge.integration.access;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.persistence.access.AdminSession;
import io.heronbridge.persistence.access.AdminUser;
import io.heronbridge.persistence.access.People;
import io.heronbridge.persistence.secret.Secret;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs administrators in and out; their sessions are rows, so any node knows them. */
@Stateless
public class SignIn {
  /** How long a session lasts; signing in again starts a new one. */
  public static final Duration SESSION_LENGTH = Duration.ofHours(12);

  static final Map<String, String> HASHING =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
          "Pbkdf2PasswordHash.Iterations", "210000");
  private static final System.Logger LOG = System.getLogger(SignIn.class.getName());

  @Inject People people;
  @Inject Pbkdf2PasswordHash hashing;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** The token of a new session, or empty when name or password is wrong. */
  public Optional<Secret> signIn(String username, Secret password) {
    hashing.initialize(HASHING);
    Optional<AdminUser> user = people.administrator(username);
    // Hash in either case, so that the answer's timing does not tell which names exist.
    String stored = user.map(AdminUser::passwordHash).orElseGet(() -> Decoy.hash(hashing));
    boolean right = hashing.verify(password.reveal().toCharArray(), stored);
    if (user.isEmpty() || !right) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    people.forgetEndedSessions(now);
    Secret token = Tokens.fresh();
    AdminSession session = new AdminSession(user.get(), token, Tokens.text(), now);
    session.lastUntil(now.plus(SESSION_LENGTH));
    people.add(session);
    audit.record("user:" + username, "session.begin", "user:" + username);
    LOG.log(INFO, () -> "signed in user=%s".formatted(username));
    return Optional.of(token);
  }

  public void signOut(Secret token) {
    people
        .session(token, clock.instant())
        .ifPresent(
            session -> {
              String user = "user:" + session.user().username();
              audit.record(user, "session.end", user);
            });
    people.end(token);
  }

  /** The administrator behind a session token, while the session lasts. */
  public Optional<Caller> caller(Secret token) {
    return people.session(token, clock.instant()).map(SignIn::asCaller);
  }

  private static Caller asCaller(AdminSession session) {
    AdminUser user = session.user();
    return new Caller(
        "user:" + user.username(), user.role().groups(), List.of(), session.csrfToken());
  }

  /** A hash of nobody's password. */
  private static final class Decoy {
    private static volatile String hash;

    static String hash(Pbkdf2PasswordHash hashing) {
      if (hash == null) {
        hash = hashing.generate(Tokens.text().toCharArray());
      }
      return hash;
    }
  }
}
