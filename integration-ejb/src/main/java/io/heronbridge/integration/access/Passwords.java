package io.heronbridge.integration.access;

import io.heronbridge.integration.problem.BusyException;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.secret.Secret;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Hashes passwords and compares them. That is slow on purpose: two are worked on at a time, without
 * a database connection, and few may wait, so that guessers do not take the threads from webhooks.
 */
@ApplicationScoped
public class Passwords {
  private static final Map<String, String> HASHING =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
          "Pbkdf2PasswordHash.Iterations", "210000");

  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 16;

  private final Semaphore places = new Semaphore(AT_ONCE, true);

  @Inject Pbkdf2PasswordHash hashing;

  private String nobodys;

  @PostConstruct
  void prepare() {
    hashing.initialize(HASHING);
    nobodys = hashing.generate(Tokens.text().toCharArray());
  }

  /**
   * What is kept of a password that somebody chose.
   *
   * @throws InvalidInputException when it is no good
   */
  public String hashChosen(String field, Secret password, String username) {
    PasswordRule.require(field, password, username);
    return hash(password);
  }

  public String hash(Secret password) {
    return inTurn(() -> hashing.generate(password.reveal().toCharArray()));
  }

  public boolean isRight(Secret password, String hash) {
    return inTurn(() -> hashing.verify(password.reveal().toCharArray(), hash));
  }

  /** Takes as long as {@link #isRight}, for names that nobody has. */
  public void compareWithNobodys(Secret password) {
    isRight(password, nobodys);
  }

  private <T> T inTurn(Supplier<T> work) {
    if (places.getQueueLength() >= MOST_WAITING) {
      throw new BusyException("Too many people are signing in at this moment.");
    }
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
