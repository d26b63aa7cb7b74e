package io.heronbridge.integration.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Small files of one kind in one folder that survive a power cut once they are written. A file is
 * there whole or not at all; its name is given without the ending that tells its kind.
 */
final class SpoolFiles {
  private static final String DRAFT = ".draft";

  private final Path folder;
  private final String suffix;
  private final String asideSuffix;

  /**
   * @param suffix of files that wait
   * @param asideSuffix of files that only a person can do something with
   */
  SpoolFiles(Path folder, String suffix, String asideSuffix) {
    this.folder = folder;
    this.suffix = suffix;
    this.asideSuffix = asideSuffix;
  }

  /**
   * When this has returned, the bytes and the file's name are on the disk.
   *
   * @throws IOException when that is not sure; the file may be there all the same
   */
  void write(String name, byte[] content) throws IOException {
    createFolder();
    Path draft = folder.resolve(name + suffix + DRAFT);
    try {
      try (FileChannel channel =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      move(draft, file(name));
      force(folder);
    } catch (IOException e) {
      Files.deleteIfExists(draft);
      throw e;
    }
  }

  private void createFolder() throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder);
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      force(parent);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  boolean exists(String name) {
    return Files.exists(file(name));
  }

  byte[] read(String name) throws IOException {
    return Files.readAllBytes(file(name));
  }

  /** In bytes. */
  long size(String name) throws IOException {
    return Files.size(file(name));
  }

  /** A file that comes back after a power cut is one that was replayed before. */
  void delete(String name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  void setAside(String name) throws IOException {
    move(file(name), folder.resolve(name + asideSuffix));
  }

  /** The names of all files that wait, in their order. */
  List<String> names() throws IOException {
    return namesEndingIn(suffix);
  }

  /** How many files were set aside. */
  int aside() throws IOException {
    return namesEndingIn(asideSuffix).size();
  }

  /** Nobody was told that these are kept: their writers died. */
  void deleteDrafts() throws IOException {
    for (String name : namesEndingIn(suffix + DRAFT)) {
      Files.deleteIfExists(folder.resolve(name + suffix + DRAFT));
    }
  }

  private List<String> namesEndingIn(String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    }
  }

  private Path file(String name) {
    return folder.resolve(name + suffix);
  }
}
