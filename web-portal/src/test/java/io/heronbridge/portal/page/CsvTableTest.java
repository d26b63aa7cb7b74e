package io.heronbridge.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.integration.listing.Page;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  private static String written(CsvTable<Object> table, Object... rows) throws IOException {
    StringWriter out = new StringWriter();
    table.write(new Page<>(List.of(rows), Optional.empty()), CsvTableTest::none, out);
    return out.toString();
  }

  private static Page<Object> none(Optional<String> cursor) {
    throw new IllegalStateException("there is no page after the last");
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
  void textIsNoFormulaWhereSemicolonsSeparate() throws IOException {
    assertThat(written(oneColumn(), "x;=1", "a\n=1", "a;b"))
        .isEqualTo("value\r\n\"x;'=1\"\r\n\"a\n'=1\"\r\n\"a;b\"\r\n");
  }

  @Test
  void everyPageIsWritten() throws IOException {
    Map<String, Page<String>> pages =
        Map.of(
            "second", new Page<>(List.of("2"), Optional.of("third")),
            "third", new Page<>(List.of("3"), Optional.empty()));
    StringWriter out = new StringWriter();

    new CsvTable<String>()
        .column("value", row -> row)
        .write(
            new Page<>(List.of("1"), Optional.of("second")),
            cursor -> pages.get(cursor.orElseThrow()),
            out);

    assertThat(out).hasToString("value\r\n1\r\n2\r\n3\r\n");
  }

  @Test
  void partIsNotTakenForTheWhole() {
    StringWriter out = new StringWriter();

    assertThatThrownBy(
            () ->
                oneColumn()
                    .write(new Page<>(List.of("1"), Optional.of("lost")), CsvTableTest::none, out))
        .isInstanceOf(IllegalStateException.class);

    assertThat(out.toString()).startsWith("value\r\n1\r\nINCOMPLETE");
  }
}
