package io.heronbridge.integration.itemimport;

import io.heronbridge.integration.itemimport.SourceLine.Flaw;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;

/**
 * Cuts a stream into lines, never holding more than one. For CSV a line break between quotes does
 * not end the line; a quote that is never closed spoils only the line on which it stands. Finding
 * that out means reading bytes twice, so there may be few such quotes.
 */
final class LineReader {
  /** In bytes. */
  static final int LONGEST = 16 * 1024;

  static final int MOST_UNCLOSED = 100;

  private static final int BUFFER = 64 * 1024;
  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  private enum Place {
    FIELD_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE
  }

  private final PushbackInputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean knowsQuotes;
  private long linesRead;
  private int unclosed;
  private Place place;

  LineReader(InputStream source) {
    this.in = new PushbackInputStream(new BufferedInputStream(source, BUFFER), LONGEST + 1);
  }

  /** The first byte after a byte order mark, not consumed; -1 when there is none. */
  int firstByte() throws IOException {
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      int next = in.read();
      if (next != BYTE_ORDER_MARK[i]) {
        if (next >= 0) {
          in.unread(next);
        }
        break;
      }
    }
    int first = in.read();
    if (first >= 0) {
      in.unread(first);
    }
    return first;
  }

  /** What follows is CSV. */
  void heedQuotes() {
    knowsQuotes = true;
  }

  /** What follows is only counted, line by line. */
  void disregardQuotes() {
    knowsQuotes = false;
  }

  /**
   * The next line that is not blank.
   *
   * @throws UnclosedQuotesException when this is the work of somebody who means no CSV
   */
  Optional<SourceLine> next() throws IOException {
    Optional<SourceLine> found = read();
    while (found.isPresent() && found.get().isBlank()) {
      found = read();
    }
    return found;
  }

  private Optional<SourceLine> read() throws IOException {
    line.reset();
    place = Place.FIELD_START;
    long first = linesRead + 1;
    long last = first;
    int next = in.read();
    while (next >= 0 && (next != '\n' || place == Place.QUOTED)) {
      if (line.size() == LONGEST) {
        in.unread(next);
        return Optional.of(overlong(first, last));
      }
      line.write(next);
      last += next == '\n' ? 1 : 0;
      move(next);
      next = in.read();
    }
    if (next < 0 && line.size() == 0) {
      return Optional.empty();
    }
    if (place == Place.QUOTED) {
      return Optional.of(unclosed(first));
    }
    linesRead = last;
    return Optional.of(new SourceLine(first, withoutReturn(line.toByteArray()), Flaw.NONE));
  }

  private void move(int next) {
    if (!knowsQuotes) {
      return;
    }
    if (place == Place.QUOTED) {
      place = next == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
    } else if (next == '"' && place != Place.PLAIN) {
      place = Place.QUOTED;
    } else {
      place = next == ',' ? Place.FIELD_START : Place.PLAIN;
    }
  }

  private SourceLine overlong(long first, long last) throws IOException {
    if (place == Place.QUOTED) {
      return unclosed(first);
    }
    skipLine();
    linesRead = last;
    return SourceLine.flawed(first, Flaw.TOO_LONG);
  }

  /** Goes on after the line on which the quote stands. */
  private SourceLine unclosed(long first) throws IOException {
    unclosed++;
    if (unclosed > MOST_UNCLOSED) {
      throw new UnclosedQuotesException();
    }
    byte[] read = line.toByteArray();
    int end = 0;
    while (end < read.length && read[end] != '\n') {
      end++;
    }
    if (end < read.length) {
      in.unread(read, end + 1, read.length - end - 1);
    } else {
      skipLine();
    }
    linesRead = first;
    return SourceLine.flawed(first, Flaw.UNCLOSED_QUOTE);
  }

  private void skipLine() throws IOException {
    int next = in.read();
    while (next >= 0 && next != '\n') {
      next = in.read();
    }
  }

  /** More quotes that are never closed than a slip explains. */
  static final class UnclosedQuotesException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static byte[] withoutReturn(byte[] bytes) {
    boolean has = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return has ? java.util.Arrays.copyOf(bytes, bytes.length - 1) : bytes;
  }
}
