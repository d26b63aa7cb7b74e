package io.heronbridge.integration.access;

import io.heronbridge.persistence.secret.Secret;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Signs administrators in and out; their sessions are rows, so any node knows them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {
  /** How long a session lasts; signing in again starts a new one. */
  public static final Duration SESSION_LENGTH = Duration.ofHours(12);

  static final Map<String, String> HASHING =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
          "Pbkdf2PasswordHash.Iterations", "210000");

  /**
   * Hashing is slow on purpose: guessers get two at a time, and no database connection meanwhile.
   */
  private static final Semaphore AT_ONCE = new Semaphore(2, true);

  @Inject SessionDesk desk;
  @Inject Pbkdf2PasswordHash hashing;

  /** The token of a new session, or empty when name or password is wrong. */
  public Optional<Secret> signIn(String username, Secret password) {
    Optional<String> stored = desk.passwordHash(username);
    // Hash in either case, so that the answer's timing does not tell which names exist.
    boolean right = isRight(password, stored.orElseGet(() -> Decoy.hash(hashing)));
    return stored.isPresent() && right ? Optional.of(desk.begin(username)) : Optional.empty();
  }

  private boolean isRight(Secret password, String hash) {
    AT_ONCE.acquireUninterruptibly();
    try {
      hashing.initialize(HASHING);
      return hashing.verify(password.reveal().toCharArray(), hash);
    } finally {
      AT_ONCE.release();
    }
  }

  public void signOut(Secret token) {
    desk.end(token);
  }

  /** The administrator behind a session token, while the session lasts. */
  public Optional<Caller> caller(Secret token) {
    return desk.caller(token);
  }

  /** A hash of nobody's password. */
  private static final class Decoy {
    private static volatile String hash;

    static String hash(Pbkdf2PasswordHash hashing) {
      if (hash == null) {
        hashing.initialize(HASHING);
        hash = hashing.generate(Tokens.text().toCharArray());
      }
      return hash;
    }
  }
}
