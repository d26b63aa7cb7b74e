package io.heronbridge.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Contenders;
import io.heronbridge.benchmarks.contender.Profile;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.workload.Measure;
import io.heronbridge.benchmarks.workload.Outcome;
import io.heronbridge.benchmarks.workload.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadReportTest {
  private static final Measure RATE = new Measure("jobs/s", 0, Measure.Better.HIGHER);

  @TempDir Path folder;

  @Test
  void reportHasTableChartRunsAndWhoCannot() throws Exception {
    CaseResult result = new CaseResult(new OneCase());
    Profile old = profile("gruelbox-best");
    result.expect(old);
    result.add(old, new Outcome().put(RATE, 100));
    result.add(old, new Outcome().put(RATE, 300).remark("stopped after 20 s"));
    result.absent(profile("jobrunr-best"), "cannot");
    Workload workload = new Workload("W1", "Title", "About.", List.of(result.asked()));

    new WorkloadReport(workload, "Measured.", List.of(result)).write(folder);

    assertThat(Files.readString(folder.resolve("W1.md")))
        .contains("| gruelbox-best 4.2.268 (of 2022) | 200 (100–300) |")
        .contains("| jobrunr-best 8.7.0 | cannot |")
        .contains("- gruelbox-best: 100; 300")
        .contains("stopped after 20 s");
    assertThat(Files.readString(folder.resolve("W1.svg")))
        .startsWith("<svg ")
        .contains("gruelbox-best", "jobs/s, higher is better");
  }

  private static Profile profile(String name) {
    return Contenders.named(name).orElseThrow().profile();
  }

  private static final class OneCase implements Workload.Case {
    @Override
    public String title() {
      return "Case";
    }

    @Override
    public List<Measure> measures() {
      return List.of(RATE);
    }

    @Override
    public Optional<String> cannot(Contender contender) {
      return Optional.empty();
    }

    @Override
    public Outcome run(Lab lab, Contender contender) {
      return new Outcome();
    }
  }
}
