package io.heronbridge.benchmarks.micro;

import io.heronbridge.benchmarks.report.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs JMH and writes its results as a table. */
public final class Micro {
  private static final int ITERATIONS = 5;

  private Micro() {}

  /** Returns the lines of the table that was written. */
  public static List<String> measure(Path folder) throws RunnerException, IOException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(Micro.class.getPackageName() + ".*")
        .shouldFailOnError(true)
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.MICROSECONDS)
        .forks(1)
        .warmupIterations(ITERATIONS)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(ITERATIONS)
        .measurementTime(TimeValue.seconds(1));
    List<String> lines = table(new Runner(options.build()).run());
    String head =
        """
        # micro. The small things

        Measured on %s by JMH: %d iterations of a second each; load of the machine %s.

        """
            .formatted(LocalDate.now(ZoneOffset.UTC), ITERATIONS, Machine.load());
    Files.writeString(folder.resolve("micro.md"), head + String.join("\n", lines) + "\n");
    return lines;
  }

  private static List<String> table(Collection<RunResult> results) {
    List<String> lines = new ArrayList<>();
    lines.add("| What | µs | ± (99.9 %) |");
    lines.add("| --- | ---: | ---: |");
    results.stream()
        .sorted(Comparator.comparing(one -> one.getParams().getBenchmark()))
        .forEach(one -> lines.add(line(one)));
    return lines;
  }

  private static String line(RunResult one) {
    Result<?> result = one.getPrimaryResult();
    String name = one.getParams().getBenchmark();
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %.3f |",
        name.substring(Micro.class.getPackageName().length() + 1),
        result.getScore(),
        result.getScoreError());
  }
}
