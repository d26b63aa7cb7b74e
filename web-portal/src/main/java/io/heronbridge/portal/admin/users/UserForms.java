package io.heronbridge.portal.admin.users;

import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.portal.page.Visit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the forms about users have in common. */
final class UserForms {
  private UserForms() {}

  static Role role(Visit visit) {
    String wanted = visit.text("role").orElse("").toUpperCase(Locale.ROOT);
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("role", "is missing: choose one"));
  }

  /** The password that was typed; empty when one is to be made. */
  static Optional<Secret> chosenPassword(Visit visit) {
    return Optional.of(visit.exact("password")).filter(text -> !text.isBlank()).map(Secret::new);
  }
}
