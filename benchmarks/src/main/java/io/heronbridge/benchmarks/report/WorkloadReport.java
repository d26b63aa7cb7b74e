package io.heronbridge.benchmarks.report;

import io.heronbridge.benchmarks.contender.Profile;
import io.heronbridge.benchmarks.workload.Measure;
import io.heronbridge.benchmarks.workload.Outcome;
import io.heronbridge.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One workload's file: a chart, a table and every run of each case. */
public final class WorkloadReport {
  private final Workload workload;
  private final String conditions;
  private final List<CaseResult> cases;

  /**
   * @param conditions when, where and how often it was measured, in one line
   */
  public WorkloadReport(Workload workload, String conditions, List<CaseResult> cases) {
    this.workload = workload;
    this.conditions = conditions;
    this.cases = List.copyOf(cases);
  }

  /** Writes the file and its charts; returns the file's name. */
  public String write(Path folder) throws IOException {
    String name = workload.id() + ".md";
    StringBuilder text = new StringBuilder();
    text.append("# %s. %s%n%n".formatted(workload.id(), workload.title()));
    text.append(workload.about()).append("\n\n").append(conditions).append('\n');
    for (int i = 0; i < cases.size(); i++) {
      CaseResult result = cases.get(i);
      String chart = "%s%s.svg".formatted(workload.id(), cases.size() == 1 ? "" : "-" + (i + 1));
      Files.writeString(folder.resolve(chart), RangeChart.of(result));
      text.append("%n## %s%n%n".formatted(result.asked().title()));
      text.append("![%s](%s)%n%n".formatted(result.asked().measures().get(0).name(), chart));
      text.append(table(result)).append(remarks(result)).append(everyRun(result));
    }
    text.append("\n## Contenders\n\n");
    contenders().forEach(line -> text.append(line).append('\n'));
    Files.writeString(folder.resolve(name), text.toString());
    return name;
  }

  /** The table of one case; median, and range in parentheses. */
  public static String table(CaseResult result) {
    List<Measure> measures = result.asked().measures();
    StringBuilder text = new StringBuilder();
    text.append("| Contender | ");
    text.append(measures.stream().map(Measure::name).collect(Collectors.joining(" | ")));
    text.append(" |\n| --- |").append(" ---: |".repeat(measures.size())).append('\n');
    for (Profile profile : result.contenders()) {
      String cells =
          measures.stream()
              .map(measure -> result.spread(profile, measure).text(measure.digits()))
              .collect(Collectors.joining(" | "));
      text.append("| %s | %s |%n".formatted(label(profile), cells));
    }
    result
        .absent()
        .forEach(
            (profile, why) ->
                text.append(
                    "| %s | %s |%s%n"
                        .formatted(label(profile), why, " |".repeat(measures.size() - 1))));
    return text.toString();
  }

  /** Name and version; the version says its age where that matters. */
  static String label(Profile profile) {
    return (profile.name() + " " + profile.version()).strip();
  }

  private static String remarks(CaseResult result) {
    StringBuilder text = new StringBuilder();
    for (Profile profile : result.contenders()) {
      for (String remark : result.remarks(profile)) {
        text.append("- %s: %s%n".formatted(profile.name(), remark));
      }
    }
    return text.isEmpty() ? "" : "\n" + text;
  }

  private static String everyRun(CaseResult result) {
    Measure first = result.asked().measures().get(0);
    StringBuilder text = new StringBuilder("\nEvery run, " + first.name() + ":\n\n");
    for (Profile profile : result.contenders()) {
      List<String> values = new ArrayList<>();
      for (Outcome outcome : result.runs(profile)) {
        values.add(Spread.number(outcome.value(first), first.digits()));
      }
      text.append("- %s: %s%n".formatted(profile.name(), String.join("; ", values)));
    }
    return text.toString();
  }

  private List<String> contenders() {
    return cases.stream()
        .flatMap(result -> result.contenders().stream())
        .distinct()
        .map(
            profile ->
                "- **%s**: %s%s."
                    .formatted(
                        label(profile),
                        profile.settings(),
                        profile.remark().isEmpty() ? "" : "; " + profile.remark()))
        .toList();
  }
}
