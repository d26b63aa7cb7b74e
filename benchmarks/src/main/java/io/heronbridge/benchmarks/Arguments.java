package io.heronbridge.benchmarks;

import io.heronbridge.benchmarks.workload.Size;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * The command line of {@code ./bench}.
 *
 * @param workloads ids in capitals; empty means all
 * @param only names of contenders; empty means all
 * @param runs of every contender in every case
 * @param micro measure the small things instead
 */
record Arguments(List<String> workloads, List<String> only, Size size, int runs, boolean micro) {
  static final String USAGE =
      """
      Usage: ./bench [W1 W2 …] [--quick | --full] [--runs N] [--only name,name]
             ./bench micro
             ./bench chaos [seconds]

        W1 W2 …        the workloads to measure (all)
        --quick        small sizes and one run, to see that it works; writes to target/
        --full         the sizes as they were defined, which takes hours
        --runs N       how often each contender runs each case (5)
        --only a,b     these contenders only
        micro          the small things, by JMH
        chaos          the fault suite; each fault lasts that long (10)
      """;

  private static final int USUAL_RUNS = 5;
  private static final int MOST_RUNS = 99;

  static Arguments parse(List<String> words) {
    List<String> workloads = new ArrayList<>();
    List<String> only = new ArrayList<>();
    Size size = Size.USUAL;
    int runs = 0;
    boolean micro = false;
    Deque<String> rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      String word = rest.pop();
      switch (word) {
        case "--quick" -> size = Size.QUICK;
        case "--full" -> size = Size.FULL;
        case "--runs" -> runs = runs(valueOf(word, rest));
        case "--only" -> only.addAll(List.of(valueOf(word, rest).split(",")));
        case "micro" -> micro = true;
        default -> workloads.add(workload(word));
      }
    }
    int usual = size == Size.QUICK ? 1 : USUAL_RUNS;
    return new Arguments(workloads, only, size, runs == 0 ? usual : runs, micro);
  }

  private static String valueOf(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new UsageException("The option " + option + " needs a value.");
    }
    return rest.pop();
  }

  private static int runs(String text) {
    try {
      int runs = Integer.parseInt(text);
      if (runs >= 1 && runs <= MOST_RUNS) {
        return runs;
      }
    } catch (NumberFormatException ignored) {
      // Told below.
    }
    throw new UsageException("Runs are a number from 1 to 99, not " + text + ".");
  }

  private static String workload(String word) {
    if (!word.matches("[Ww][0-9]{1,2}")) {
      throw new UsageException("There is no option " + word + ".");
    }
    return word.toUpperCase(Locale.ROOT);
  }
}
