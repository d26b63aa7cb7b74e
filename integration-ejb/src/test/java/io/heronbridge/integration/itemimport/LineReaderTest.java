package io.heronbridge.integration.itemimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heronbridge.integration.itemimport.SourceLine.Flaw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private static final String TOO_LONG = "x".repeat(LineReader.LONGEST + 1);

  private static List<String> lines(String text) throws IOException {
    return read(new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8))));
  }

  private static List<String> csv(String text) throws IOException {
    LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)));
    reader.heedQuotes();
    return read(reader);
  }

  /** Each line as its number and text, or its flaw. */
  private static List<String> read(LineReader reader) throws IOException {
    reader.firstByte();
    List<String> lines = new ArrayList<>();
    for (Optional<SourceLine> next = reader.next(); next.isPresent(); next = reader.next()) {
      SourceLine line = next.get();
      String said = line.flaw() == Flaw.NONE ? new String(line.bytes(), UTF_8) : "" + line.flaw();
      lines.add(line.number() + ":" + said);
    }
    return lines;
  }

  @Test
  void linesEndWithOrWithoutReturnAndTheLastMayHaveNoEnd() throws IOException {
    assertThat(lines("a\nb\r\nc")).containsExactly("1:a", "2:b", "3:c");
  }

  @Test
  void blankLinesArePassedOverButCounted() throws IOException {
    assertThat(lines("\n  \r\na\n\n\nb\n")).containsExactly("3:a", "6:b");
  }

  @Test
  void byteOrderMarkIsPassedOver() throws IOException {
    assertThat(lines("\uFEFFa\nb")).containsExactly("1:a", "2:b");
    assertThat(lines("\uFEFF")).isEmpty();
    assertThat(lines("")).isEmpty();
  }

  @Test
  void overlongLineIsOneFlawAndTheNextLineIsRead() throws IOException {
    assertThat(lines("a\n" + TOO_LONG + "\nb")).containsExactly("1:a", "2:TOO_LONG", "3:b");
    assertThat(csv(TOO_LONG + TOO_LONG)).containsExactly("1:TOO_LONG");
  }

  @Test
  void longestLineIsTaken() throws IOException {
    assertThat(lines("x".repeat(LineReader.LONGEST) + "\nb")).hasSize(2).contains("2:b");
  }

  @Test
  void quotesMeanNothingInJson() throws IOException {
    assertThat(lines("{\"a\n\"b")).containsExactly("1:{\"a", "2:\"b");
  }

  @Test
  void quotedLineBreakBelongsToTheRecord() throws IOException {
    assertThat(csv("a,\"b\nc\"\r\nd,\"e\"\"\n\"\nf"))
        .containsExactly("1:a,\"b\nc\"", "3:d,\"e\"\"\n\"", "5:f");
  }

  @Test
  void quoteInsideAPlainFieldOpensNothing() throws IOException {
    assertThat(csv("a\"b,c\nd\n\"e\"f,g\nh"))
        .containsExactly("1:a\"b,c", "2:d", "3:\"e\"f,g", "4:h");
  }

  @Test
  void unclosedQuoteSpoilsItsOwnLineOnly() throws IOException {
    assertThat(csv("a,\"b\nc,d\ne,f\n")).containsExactly("1:UNCLOSED_QUOTE", "2:c,d", "3:e,f");
    assertThat(csv("a\n\"b")).containsExactly("1:a", "2:UNCLOSED_QUOTE");
  }

  @Test
  void unclosedQuoteBeforeAnEndlessRestSpoilsItsOwnLineOnly() throws IOException {
    String rest = "c,d\n".repeat(LineReader.LONGEST);

    List<String> lines = csv("a,\"b\n" + rest);

    assertThat(lines).hasSize(LineReader.LONGEST + 1).startsWith("1:UNCLOSED_QUOTE", "2:c,d");
  }

  @Test
  void quotesThatAreNeverClosedAreSoonTooMany() {
    String hostile = "x\",\"\n".repeat(200_000);

    assertThatThrownBy(() -> csv(hostile)).isInstanceOf(LineReader.UnclosedQuotesException.class);
  }

  @Test
  void fewQuotesThatAreNeverClosedEndNothing() throws IOException {
    String part = "\"x\n" + "y\n".repeat(LineReader.LONGEST);

    assertThat(csv(part.repeat(LineReader.MOST_UNCLOSED)))
        .hasSize(LineReader.MOST_UNCLOSED * (LineReader.LONGEST + 1));
  }

  @Test
  void whatIsOnlyCountedIsReadOnce() throws IOException {
    String hostile = "x\",\"\n".repeat(200_000);
    LineReader reader = new LineReader(new ByteArrayInputStream(hostile.getBytes(UTF_8)));
    reader.heedQuotes();
    reader.disregardQuotes();

    assertThat(read(reader)).hasSize(200_000).contains("200000:x\",\"");
  }

  @Test
  void chunkGivesBackWhatWasPutIn() {
    LineChunk chunk = new LineChunk();
    chunk.add(new SourceLine(7, "{\"é\"}".getBytes(UTF_8), Flaw.NONE));
    chunk.add(SourceLine.flawed(8, Flaw.TOO_LONG));

    List<SourceLine> lines = LineChunk.linesIn(chunk.bytes());

    assertThat(lines).extracting(SourceLine::number).containsExactly(7L, 8L);
    assertThat(lines.get(0).bytes()).isEqualTo("{\"é\"}".getBytes(UTF_8));
    assertThat(lines.get(1).flaw()).isEqualTo(Flaw.TOO_LONG);
  }
}
