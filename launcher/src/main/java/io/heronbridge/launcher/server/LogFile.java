package io.heronbridge.launcher.server;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The application's lines on the disk; five files of a fixed size at most. */
final class LogFile implements AutoCloseable {
  private static final int KEPT = 4;

  private final Path file;
  private final long largest;
  private BufferedWriter writer;
  private long written;

  LogFile(Path file, long largest) throws IOException {
    this.file = file;
    this.largest = largest;
    open();
  }

  private void open() throws IOException {
    writer =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    written = Files.size(file);
  }

  synchronized void append(String line) throws IOException {
    if (written > largest) {
      rotate();
    }
    writer.write(line);
    writer.newLine();
    writer.flush();
    written += line.length() + 1;
  }

  private void rotate() throws IOException {
    writer.close();
    for (int number = KEPT; number > 0; number--) {
      Path from = number == 1 ? file : numbered(number - 1);
      if (Files.exists(from)) {
        Files.move(from, numbered(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    open();
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }
}
