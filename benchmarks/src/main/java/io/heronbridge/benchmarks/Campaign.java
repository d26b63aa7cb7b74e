package io.heronbridge.benchmarks;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.report.CaseResult;
import io.heronbridge.benchmarks.workload.Measure;
import io.heronbridge.benchmarks.workload.Outcome;
import io.heronbridge.benchmarks.workload.Workload;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts contenders through a case by turns, so that a bad moment of the machine hits them alike. */
final class Campaign {
  private final Lab lab;
  private final List<Contender> contenders;
  private final int runs;
  private final PrintStream out;

  Campaign(Lab lab, List<Contender> contenders, int runs, PrintStream out) {
    this.lab = lab;
    this.contenders = contenders;
    this.runs = runs;
    this.out = out;
  }

  CaseResult measure(Workload.Case asked) throws InterruptedException {
    CaseResult result = new CaseResult(asked);
    List<Contender> able = new ArrayList<>();
    for (Contender contender : contenders) {
      Optional<String> reason = asked.cannot(contender);
      if (reason.isEmpty()) {
        able.add(contender);
        result.expect(contender.profile());
      } else if (!reason.get().equals(Workload.NOT_ASKED)) {
        result.absent(contender.profile(), reason.get());
      }
    }
    for (int run = 1; run <= runs; run++) {
      for (Contender contender : able) {
        result.add(contender.profile(), once(asked, contender, run));
      }
      Collections.rotate(able, -1);
    }
    return result;
  }

  /** A failure is a result too: it is told, and the others go on. */
  private Outcome once(Workload.Case asked, Contender contender, int run)
      throws InterruptedException {
    String name = contender.profile().name();
    Outcome outcome;
    try {
      outcome = asked.run(lab, contender);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      outcome = new Outcome().remark("run %d failed: %s".formatted(run, e));
    } finally {
      lab.tidy();
    }
    Measure first = asked.measures().get(0);
    double value = outcome.value(first);
    String told = Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,.2f", value);
    out.printf("  run %d  %-28s %12s %s%n", run, name, told, first.name());
    outcome.remarks().forEach(remark -> out.println("         " + remark));
    return outcome;
  }
}
