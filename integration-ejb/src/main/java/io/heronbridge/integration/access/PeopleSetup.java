package io.heronbridge.integration.access;

import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.secret.Secret;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Lets people in, and gives them new passwords; hashing happens outside transactions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed(Role.Names.ADMIN)
public class PeopleSetup {
  /** How long a one-time password waits for its person. */
  public static final Duration ONE_TIME_LENGTH = Duration.ofDays(7);

  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}");

  @Inject PeopleDesk desk;
  @Inject Passwords passwords;
  @Inject Clock clock;

  /** Somebody new; with the one-time password when none was chosen, which is told once. */
  public record Added(UUID id, Optional<Secret> oneTime) {}

  /**
   * @throws InvalidInputException when the name is taken or no name, or the password no good
   */
  public Added add(String username, Role role, Optional<Secret> chosen, Caller caller) {
    if (!USERNAME.matcher(username).matches()) {
      throw new InvalidInputException(
          "username",
          "must have 1 to 64 letters, digits or . _ @ + -, and begin with a letter or digit");
    }
    Given given = given(username, chosen);
    UUID id = desk.add(username, role, given.kept(), caller);
    return new Added(id, given.oneTime());
  }

  /**
   * Gives somebody another password, and ends their sessions.
   *
   * @return the one-time password when none was chosen, which is told once
   * @throws NotFoundException when there is no such person
   */
  public Optional<Secret> resetPassword(UUID id, Optional<Secret> chosen, Caller caller) {
    Given given = given(desk.username(id), chosen);
    desk.resetPassword(id, given.kept(), caller);
    return given.oneTime();
  }

  /** A password, as kept and, when it was made here, as told. */
  private record Given(PeopleDesk.KeptPassword kept, Optional<Secret> oneTime) {}

  private Given given(String username, Optional<Secret> chosen) {
    if (chosen.isPresent()) {
      String hash = passwords.hashChosen("password", chosen.get(), username);
      return new Given(new PeopleDesk.KeptPassword(hash, Optional.empty()), Optional.empty());
    }
    Secret oneTime = Tokens.password();
    return new Given(
        new PeopleDesk.KeptPassword(
            passwords.hash(oneTime), Optional.of(clock.instant().plus(ONE_TIME_LENGTH))),
        Optional.of(oneTime));
  }
}
