package io.heronbridge.benchmarks.workload;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.lab.Lab;
import java.util.List;
import java.util.Optional;

/**
 * One question, asked of every contender in the same way.
 *
 * @param id such as {@code W1}
 * @param about what is done and what is measured, for the report
 */
public record Workload(String id, String title, String about, List<Case> cases) {
  /** The reason why a contender is not even named. */
  public static final String NOT_ASKED = "";

  /** One size or shape of the workload. */
  public interface Case {
    String title();

    /** The columns; the first is what the chart shows. */
    List<Measure> measures();

    /** Why this contender has no number here, in few words; empty when it takes part. */
    Optional<String> cannot(Contender contender);

    /** One run, from an empty database to what was measured. */
    Outcome run(Lab lab, Contender contender) throws Exception;
  }
}
