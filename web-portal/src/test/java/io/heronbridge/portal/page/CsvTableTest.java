package io.heronbridge.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.listing.Page;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  private static String written(CsvTable<Object> table, Object... rows) throws IOException {
    StringWriter out = new StringWriter();
    table.write(cursor -> new Page<>(List.of(rows), Optional.empty()), out);
    return out.toString();
  }

  private static CsvTable<Object> oneColumn() {
    return new CsvTable<>().column("value", row -> row);
  }

  @Test
  void headingsComeFirst() throws IOException {
    CsvTable<Object> table =
        new CsvTable<>().column("end_user_id", row -> row).column("attempts", row -> 3);

    assertThat(written(table, "cust_1")).isEqualTo("end_user_id,attempts\r\ncust_1,3\r\n");
    assertThat(written(table)).isEqualTo("end_user_id,attempts\r\n");
  }

  @Test
  void valuesAreWrittenAsTheyRead() throws IOException {
    assertThat(
            written(
                oneColumn(),
                Optional.empty(),
                Optional.of("some"),
                Instant.parse("2026-11-22T12:00:00Z"),
                -5))
        .isEqualTo("value\r\n\r\nsome\r\n2026-11-22T12:00:00Z\r\n-5\r\n");
  }

  @Test
  void whatWouldBreakTheLineIsQuoted() throws IOException {
    assertThat(written(oneColumn(), "a,b", "say \"no\"", "two\nlines"))
        .isEqualTo("value\r\n\"a,b\"\r\n\"say \"\"no\"\"\"\r\n\"two\nlines\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
  void textIsNoFormula(String hostile) throws IOException {
    assertThat(written(oneColumn(), hostile)).isEqualTo("value\r\n'" + hostile + "\r\n");
  }

  @Test
  void everyPageIsWritten() throws IOException {
    List<String> cursors = Stream.of("second", "third").toList();
    StringWriter out = new StringWriter();

    new CsvTable<String>()
        .column("value", row -> row)
        .write(
            cursor ->
                new Page<>(
                    List.of(cursor.orElse("first")),
                    cursors.stream()
                        .skip(cursor.map(at -> cursors.indexOf(at) + 1).orElse(0))
                        .findFirst()),
            out);

    assertThat(out).hasToString("value\r\nfirst\r\nsecond\r\nthird\r\n");
  }
}
