package io.heronbridge.integration.access;

import io.heronbridge.persistence.access.Origin;
import io.heronbridge.persistence.secret.Secret;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Signs people in and out; their sessions are rows, so any node knows them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {
  /** How long a session lasts; signing in again starts a new one. */
  public static final Duration SESSION_LENGTH = Duration.ofHours(12);

  @Inject SessionDesk desk;
  @Inject RefusalDesk refusals;
  @Inject Passwords passwords;
  @Inject LastUse lastUse;

  /** The token of a new session, or empty when name or password is wrong; that is written down. */
  public Optional<Secret> signIn(String username, Secret password, Origin from) {
    Optional<Secret> session = begin(username, password, from);
    if (session.isEmpty()) {
      refusals.note(RefusalDesk.REFUSED, username, from);
    }
    return session;
  }

  private Optional<Secret> begin(String username, Secret password, Origin from) {
    Optional<SessionDesk.Entrant> entrant = desk.entrant(username);
    if (entrant.isEmpty()) {
      // Or else the time that the answer takes tells which names exist.
      passwords.compareWithNobodys(password);
      return Optional.empty();
    }
    boolean right = passwords.isRight(password, entrant.get().passwordHash());
    return right ? desk.begin(entrant.get(), from) : Optional.empty();
  }

  /** Writes down that somebody tried so often that their password was not compared. */
  public void slowedDown(String username, Origin from) {
    refusals.note(RefusalDesk.SLOWED_DOWN, username, from);
  }

  public void signOut(Secret token) {
    desk.end(token);
  }

  /** The person behind a session token, while the session lasts. */
  public Optional<Caller> caller(Secret token) {
    Optional<SessionDesk.Known> known = desk.known(token);
    known.ifPresent(session -> lastUse.ofSession(session.id(), session.lastSeenAt()));
    return known.map(SessionDesk.Known::caller);
  }
}
