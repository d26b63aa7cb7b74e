package io.heronbridge.benchmarks.workload;

import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.node.NodeProcess;
import io.heronbridge.benchmarks.node.Order;
import io.heronbridge.benchmarks.node.Order.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * When jobs were promised and when they began, gathered from all nodes; microseconds of the one
 * clock that the machine has.
 */
record Times(Map<Integer, Long> promised, Map<Integer, Long> begun) {
  private static final Duration ANSWER = Duration.ofSeconds(60);

  static Times of(Lab lab, List<NodeProcess> nodes) throws Exception {
    Times times = new Times(new TreeMap<>(), new TreeMap<>());
    Path promised = lab.folder().resolve("promised.txt");
    Path begun = lab.folder().resolve("begun.txt");
    for (NodeProcess node : nodes) {
      node.ask(
          Order.of(Verb.TELL_TIMES)
              .with("promised", promised.toString())
              .with("begun", begun.toString()),
          ANSWER);
      gather(promised, times.promised());
      gather(begun, times.begun());
    }
    return times;
  }

  private static void gather(Path file, Map<Integer, Long> times) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      lines.forEach(
          line -> {
            String[] words = line.split(" ");
            times.merge(Integer.valueOf(words[0]), Long.valueOf(words[1]), Math::min);
          });
    }
    Files.delete(file);
  }

  /** From commit to begin, in milliseconds, sorted; infinite for jobs that have not begun. */
  double[] latencies(long from) {
    return promised.entrySet().stream()
        .filter(entry -> entry.getValue() >= from)
        .mapToDouble(entry -> latency(entry.getKey(), entry.getValue()))
        .sorted()
        .toArray();
  }

  private double latency(int job, long promise) {
    Long begin = begun.get(job);
    return begin == null ? Double.POSITIVE_INFINITY : Math.max(0, begin - promise) / 1000.0;
  }

  /** How many jobs were promised by then and had not begun. */
  long waitingAt(long moment) {
    return promised.entrySet().stream()
        .filter(entry -> entry.getValue() <= moment)
        .filter(entry -> begun.getOrDefault(entry.getKey(), Long.MAX_VALUE) > moment)
        .count();
  }

  long firstPromise() {
    return promised.values().stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  long lastPromise() {
    return promised.values().stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  /** The value that so many percent do not exceed; not a number when it is not known. */
  static double percentile(double[] sorted, double percent) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    double value = sorted[Math.max(0, rank - 1)];
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  /** How many of the latencies are not known. */
  static long unknown(double[] sorted) {
    return Arrays.stream(sorted).filter(Double::isInfinite).count();
  }
}
