package io.heronbridge.integration.itemimport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Some lines as the bytes that are sealed and stored: what one batch works off. */
final class LineChunk {
  /** Few: what a transaction has changed is gone through at each of its queries. */
  static final int MOST_LINES = 50;

  private static final int MOST_BYTES = 256 * 1024;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private int lines;

  void add(SourceLine line) {
    try {
      out.writeLong(line.number());
      out.writeUTF(line.flaw().name());
      out.writeInt(line.bytes().length);
      out.write(line.bytes());
      lines++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isFull() {
    return lines >= MOST_LINES || bytes.size() >= MOST_BYTES;
  }

  int lines() {
    return lines;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  static List<SourceLine> linesIn(byte[] chunk) {
    List<SourceLine> lines = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(chunk))) {
      while (in.available() > 0) {
        long number = in.readLong();
        SourceLine.Flaw flaw = SourceLine.Flaw.valueOf(in.readUTF());
        byte[] line = new byte[in.readInt()];
        in.readFully(line);
        lines.add(new SourceLine(number, line, flaw));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
