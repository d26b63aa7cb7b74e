package io.heronbridge.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the numbers were measured on. */
public final class Machine {
  private static final long GIB = 1L << 30;

  private Machine() {}

  /** Lines for a report: processor, memory, system, Java, load. */
  public static List<String> lines() {
    return List.of(
        "processor: %s, %d cores"
            .formatted(
                field("/proc/cpuinfo", "model name"), Runtime.getRuntime().availableProcessors()),
        "memory: " + memory(),
        "system: %s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")),
        "Java: %s, %s"
            .formatted(System.getProperty("java.vm.name"), System.getProperty("java.vm.version")));
  }

  /** The average of the last minute; the measuring itself is part of it. */
  public static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f", load);
  }

  private static String memory() {
    String total = field("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
    return total.isEmpty() ? "unknown" : Long.parseLong(total) * 1024 / GIB + " GiB";
  }

  private static String field(String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
