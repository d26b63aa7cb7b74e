package io.heronbridge.integration.itemimport;

import io.heronbridge.integration.problem.InvalidInputException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names of a line's values. */
final class Columns {
  static final String END_USER_ID = "end_user_id";
  static final String END_USER_NAME = "end_user_name";
  static final String ITEM_ID = "item_id";
  static final String ACCESS_TOKEN = "access_token";
  static final Set<String> ALL = Set.of(END_USER_ID, END_USER_NAME, ITEM_ID, ACCESS_TOKEN);

  private static final Set<String> NEEDED = Set.of(END_USER_ID, ITEM_ID, ACCESS_TOKEN);

  private Columns() {}

  /**
   * Reads the first line of a CSV file.
   *
   * @throws InvalidInputException when it does not name the columns; it is never quoted, since it
   *     may be a line of data
   */
  static List<String> read(Optional<SourceLine> header) {
    try {
      List<String> names =
          header.map(LineParser::text).map(CsvRecord::fields).orElse(List.of()).stream()
              .map(String::strip)
              .toList();
      Set<String> distinct = new HashSet<>(names);
      boolean usable =
          distinct.size() == names.size() && distinct.containsAll(NEEDED) && ALL.containsAll(names);
      if (usable) {
        return names;
      }
    } catch (UnusableLineException e) {
      // Told below, like every other first line that is not one.
    }
    throw new InvalidInputException(
        "body",
        "must begin with a line that names the columns end_user_id, item_id, access_token and, if"
            + " wanted, end_user_name, each once and no other");
  }
}
