package io.heronbridge.it.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Collectors;

/** What was asked for and what was acknowledged: on the disk before anything else happens. */
final class Ledger implements AutoCloseable {
  private static final String ATTEMPTED = "attempted ";
  private static final String ACKNOWLEDGED = "acknowledged ";

  private final Path file;
  private final FileChannel channel;

  Ledger(Path file) {
    this.file = file;
    try {
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void attempted(String id) {
    write(ATTEMPTED + id);
  }

  void acknowledged(String id) {
    write(ACKNOWLEDGED + id);
  }

  private synchronized void write(String line) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything attempted, read back from the disk. */
  Set<String> attempted() {
    return lines(ATTEMPTED);
  }

  /** Everything acknowledged, read back from the disk. */
  Set<String> acknowledged() {
    return lines(ACKNOWLEDGED);
  }

  private Set<String> lines(String mark) {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(mark))
          .map(line -> line.substring(mark.length()))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
