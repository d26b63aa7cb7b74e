package io.heronbridge.integration.itemimport;

import java.util.ArrayList;
import java.util.List;

/** Reads one CSV record strictly after RFC 4180. */
final class CsvRecord {
  private final String text;
  private int at;

  private CsvRecord(String text) {
    this.text = text;
  }

  /**
   * @throws UnusableLineException when quotes stand where they must not
   */
  static List<String> fields(String text) {
    CsvRecord record = new CsvRecord(text);
    List<String> fields = new ArrayList<>();
    fields.add(record.field());
    while (record.at < text.length()) {
      record.at++;
      fields.add(record.field());
    }
    return fields;
  }

  /** Reads up to the next comma or the end. */
  private String field() {
    return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
  }

  private String plain() {
    int comma = text.indexOf(',', at);
    int end = comma < 0 ? text.length() : comma;
    String field = text.substring(at, end);
    if (field.indexOf('"') >= 0) {
      throw new UnusableLineException("a quote stands inside a field that is not quoted");
    }
    at = end;
    return field;
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    at++;
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next != '"') {
        field.append(next);
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append('"');
        at++;
      } else if (at == text.length() || text.charAt(at) == ',') {
        return field.toString();
      } else {
        throw new UnusableLineException("text follows a closing quote");
      }
    }
    throw new UnusableLineException("a quote is not closed");
  }
}
