package io.heronbridge.portal.admin.users;

import io.heronbridge.integration.access.PersonView;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.Words;
import java.util.List;

/**
 * A person as the pages show them.
 *
 * @param state as a badge says it
 */
public record UserRow(PersonView person, String role, String state) {

  public static UserRow of(PersonView person) {
    return new UserRow(person, roleWord(person.role()), stateWords(person.state()));
  }

  static String roleWord(Role role) {
    return role == Role.ADMIN ? "Administrator" : Words.sentence(role.name());
  }

  private static String stateWords(String state) {
    return switch (state) {
      case "newcomer" -> "one-time_password";
      case "expired" -> "password_expired";
      default -> state;
    };
  }

  /** The state of everybody, in words. */
  public static String lead(List<UserRow> rows) {
    long active = rows.stream().filter(row -> row.person().isActive()).count();
    long admins =
        rows.stream()
            .filter(row -> row.person().isActive() && row.person().role() == Role.ADMIN)
            .count();
    String may = active == 1 ? "One person may sign in" : active + " people may sign in";
    String who = admins == 1 ? "one is an administrator" : admins + " are administrators";
    long gone = rows.size() - active;
    return "%s; %s.%s".formatted(may, who, gone == 0 ? "" : " " + gone + " deactivated.");
  }
}
