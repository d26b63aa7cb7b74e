package io.heronbridge.benchmarks.workload;

import io.heronbridge.benchmarks.workload.Drain.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that can be asked for, in their sizes. */
public final class Workloads {
  private static final Optional<Duration> NOTHING = Optional.empty();

  private Workloads() {}

  public static List<Workload> all(Size size) {
    return List.of(backlog(size), slowService(size));
  }

  private static Workload backlog(Size size) {
    Duration cap = Duration.ofSeconds(size.of(30, 90, 900));
    List<Workload.Case> cases = new ArrayList<>();
    int jobs = size.of(2_000, 20_000, 20_000);
    cases.add(new Drain(new Plan(jobs, 1, 16, 20, NOTHING, cap)));
    cases.add(new Drain(new Plan(jobs, 2, 16, 20, NOTHING, cap)));
    if (size == Size.FULL) {
      cases.add(new Drain(new Plan(jobs, 4, 16, 20, NOTHING, cap)));
      cases.add(new Drain(new Plan(10 * jobs, 1, 16, 20, NOTHING, cap)));
    }
    return new Workload(
        "W1",
        "Backlog of jobs that do nothing",
        """
        Rows of 512 characters lie in the table; nodes join and work until none is left. The time
        runs from the order to join to the moment when the table says that nothing remains.""",
        cases);
  }

  private static Workload slowService(Size size) {
    Duration cap = Duration.ofSeconds(size.of(20, 60, 300));
    List<Workload.Case> cases = new ArrayList<>();
    int jobs = size.of(1_000, 6_000, 6_000);
    cases.add(new Drain(new Plan(jobs, 1, 64, 10, Optional.of(Duration.ofMillis(50)), cap)));
    if (size == Size.FULL) {
      cases.add(new Drain(new Plan(jobs, 1, 64, 10, Optional.of(Duration.ofMillis(200)), cap)));
    }
    return new Workload(
        "W2",
        "Slow upstream, small pool",
        """
        Each job calls a service on this machine that answers after a while. 64 calls may be under
        way, and there are 10 connections to the database. Ideal is 64 calls always under way.""",
        cases);
  }
}
