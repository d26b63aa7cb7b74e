package io.heronbridge.integration.access;

import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.secret.Secret;
import java.util.Locale;

/** What a password must be: long, and not the name of its person. */
public final class PasswordRule {
  public static final int SHORTEST = 12;
  public static final int LONGEST = 200;

  private static final int FEWEST_LETTERS = 4;

  private PasswordRule() {}

  /**
   * @throws InvalidInputException naming the field, when the password is no good
   */
  static void require(String field, Secret password, String username) {
    String text = password.reveal();
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      throw new InvalidInputException(
          field, "must have %d to %d characters".formatted(SHORTEST, LONGEST));
    }
    if (text.chars().distinct().count() < FEWEST_LETTERS) {
      throw new InvalidInputException(field, "repeats too few characters");
    }
    if (text.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
      throw new InvalidInputException(field, "must not contain the username");
    }
  }
}
