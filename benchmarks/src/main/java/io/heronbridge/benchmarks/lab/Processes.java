package io.heronbridge.benchmarks.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU seconds as Linux counts them; not a number elsewhere. */
final class Processes {
  private static final double TICKS_PER_SECOND = 100;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private Processes() {}

  /** What the process itself has used. */
  static double cpu(long pid) {
    return ticks(pid, List.of(USER, SYSTEM));
  }

  /** What the process, its children and those that have ended have used. */
  static double cpuOfFamily(long pid) {
    double living =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::children)
            .mapToDouble(child -> cpu(child.pid()))
            .filter(seconds -> !Double.isNaN(seconds))
            .sum();
    return living + ticks(pid, List.of(USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM));
  }

  private static double ticks(long pid, List<Integer> fields) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The second field is the program's name in parentheses, which may hold spaces.
      String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return fields.stream().mapToLong(field -> Long.parseLong(rest[field])).sum()
          / TICKS_PER_SECOND;
    } catch (IOException | RuntimeException e) {
      return Double.NaN;
    }
  }
}
