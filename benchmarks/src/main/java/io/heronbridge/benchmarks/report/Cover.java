package io.heronbridge.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The index of the results: machine, settings, and which workloads there are. */
public final class Cover {
  private Cover() {}

  /**
   * Writes {@code README.md}.
   *
   * @param conditions lines about machine and run
   * @param settings PostgreSQL's
   */
  public static void write(Path folder, List<String> conditions, List<String> settings)
      throws IOException {
    StringBuilder text = new StringBuilder("# Results\n\n");
    text.append(
        "Written by `./bench`. How to read them: [performance.md](../../docs/performance.md).\n");
    text.append(
        "Each workload's file tells when and how often it was measured.\n\n## Last run\n\n");
    conditions.forEach(line -> text.append("- ").append(line).append('\n'));
    text.append("\n## PostgreSQL\n\n");
    settings.forEach(line -> text.append("- `").append(line).append("`\n"));
    text.append("\n## Workloads\n\n");
    for (Path file : reports(folder)) {
      String title = Files.readAllLines(file).get(0).substring(2);
      text.append("- [%s](%s)%n".formatted(title, file.getFileName()));
    }
    Files.writeString(folder.resolve("README.md"), text.toString());
  }

  private static List<Path> reports(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("W[0-9]+\\.md|micro\\.md"))
          .sorted(
              Comparator.comparing(
                  file -> file.getFileName().toString().replaceAll("W([0-9])\\.", "W0$1.")))
          .toList();
    }
  }
}
