package io.heronbridge.portal.page;

import io.heronbridge.integration.listing.Page;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A list as comma-separated values (RFC 4180), read and written page by page, so that its length
 * costs no memory. Text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class CsvTable<T> {
  /** As many as the list gives at once. */
  public static final int ROWS = 200;

  /** A semicolon separates cells where a comma is in numbers. */
  private static final Pattern FORMULA = Pattern.compile("(^|[;\\t\\r\\n])(?=[=+\\-@\\t\\r])");

  private static final String QUOTED = ",;\"\n\r";

  private final List<Column<T>> columns = new ArrayList<>();

  private record Column<T>(String heading, Function<T, Object> value) {}

  /** Reads one page of the list. */
  @FunctionalInterface
  public interface Pages<T> {
    /**
     * @param cursor where the page before ended; empty for the first
     */
    Page<T> read(Optional<String> cursor);
  }

  /**
   * Adds a column.
   *
   * @param heading in the API's words
   * @param value text, a number, an instant or an {@link Optional} of one; written as it reads
   */
  public CsvTable<T> column(String heading, Function<T, Object> value) {
    columns.add(new Column<>(heading, value));
    return this;
  }

  /**
   * Writes the headings, and then every row that there is. Where a later page cannot be read, the
   * last line says so: nobody takes a part for the whole.
   */
  void write(Page<T> first, Pages<T> pages, Writer out) throws IOException {
    writeLine(columns.stream().map(Column::heading).toList(), out);
    try {
      Page<T> page = first;
      writeRows(page, out);
      while (page.nextCursor().isPresent()) {
        page = pages.read(page.nextCursor());
        writeRows(page, out);
      }
    } catch (RuntimeException e) {
      writeLine(List.of("INCOMPLETE: the rest could not be read. Save the list again."), out);
      out.flush();
      throw e;
    }
  }

  private void writeRows(Page<T> page, Writer out) throws IOException {
    for (T row : page.data()) {
      writeLine(columns.stream().map(column -> cell(column.value().apply(row))).toList(), out);
    }
  }

  private static void writeLine(List<String> cells, Writer out) throws IOException {
    out.write(String.join(",", cells));
    out.write("\r\n");
  }

  private static String cell(Object value) {
    Object plain = value instanceof Optional<?> some ? some.orElse(null) : value;
    if (plain == null) {
      return "";
    }
    return plain instanceof Number ? plain.toString() : quoted(disarmed(plain.toString()));
  }

  private static String disarmed(String text) {
    return FORMULA.matcher(text).replaceAll("$1'");
  }

  private static String quoted(String text) {
    boolean isPlain = text.chars().noneMatch(character -> QUOTED.indexOf(character) >= 0);
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
