package io.heronbridge.it.architecture;

import io.heronbridge.it.support.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of the project as they lie in its folders. */
final class SourceFiles {
  private SourceFiles() {}

  /** All files below a folder of the project whose name ends so; none when there is no folder. */
  static List<Path> below(String folder, String ending) {
    Path start = Workplace.root().resolve(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(start)) {
      return paths.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
