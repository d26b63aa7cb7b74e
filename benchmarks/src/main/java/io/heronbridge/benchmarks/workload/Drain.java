package io.heronbridge.benchmarks.workload;

import static io.heronbridge.benchmarks.workload.Measure.higher;
import static io.heronbridge.benchmarks.workload.Measure.lower;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.lab.ActivitySampler;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.lab.Meter;
import io.heronbridge.benchmarks.lab.Meter.Reading;
import io.heronbridge.benchmarks.lab.Patience;
import io.heronbridge.benchmarks.lab.SlowService;
import io.heronbridge.benchmarks.node.NodeProcess;
import io.heronbridge.benchmarks.node.NodeProcess.Target;
import io.heronbridge.benchmarks.node.Order;
import io.heronbridge.benchmarks.node.Order.Verb;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A backlog is there; nodes that have started begin, and work until it is gone. */
public final class Drain implements Workload.Case {
  private static final Measure RATE = higher("jobs/s", 0);
  private static final Measure OF_IDEAL = higher("% of ideal", 0);
  private static final Measure WAL = lower("WAL B/job", 0);
  private static final Measure COMMITS = lower("commits/job", 2);
  private static final Measure STATEMENTS = lower("statements/job", 2);
  private static final Measure DEAD = lower("dead tuples/job", 2);
  private static final Measure JVM = lower("CPU s, JVM", 1);
  private static final Measure SERVER = lower("CPU s, PostgreSQL", 1);
  private static final Measure CONNECTIONS = lower("connections in use", 0);
  private static final Measure LONGEST = lower("longest transaction ms", 0);

  private static final Duration STEP = Duration.ofMillis(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final Plan plan;

  /**
   * How much of what.
   *
   * @param delay of the called service; empty when jobs do nothing
   * @param cap when to stop waiting; the rate is then that of the time until then
   */
  public record Plan(
      int jobs, int nodes, int workers, int connections, Optional<Duration> delay, Duration cap) {}

  public Drain(Plan plan) {
    this.plan = plan;
  }

  @Override
  public String title() {
    String what = plan.delay().map(d -> "calls of %d ms".formatted(d.toMillis())).orElse("no-op");
    return "%,d jobs, %s, %d %s, %d under way and %d connections each"
        .formatted(
            plan.jobs(),
            what,
            plan.nodes(),
            plan.nodes() == 1 ? "node" : "nodes",
            plan.workers(),
            plan.connections());
  }

  @Override
  public List<Measure> measures() {
    return plan.delay().isEmpty()
        ? List.of(RATE, WAL, COMMITS, STATEMENTS, DEAD, JVM, SERVER)
        : List.of(RATE, OF_IDEAL, CONNECTIONS, LONGEST, COMMITS, STATEMENTS, JVM, SERVER);
  }

  @Override
  public Optional<String> cannot(Contender contender) {
    Ability limit = plan.delay().isEmpty() ? Ability.LIMIT_OF_STATEMENTS : Ability.LIMIT_OF_CALLS;
    boolean takesPart = contender.profile().can(Ability.QUEUES) || contender.profile().can(limit);
    return takesPart ? Optional.empty() : Optional.of(Workload.NOT_ASKED);
  }

  @Override
  public Outcome run(Lab lab, Contender contender) throws Exception {
    Target database = lab.prepare(contender, plan.jobs());
    List<NodeProcess> nodes = new ArrayList<>();
    for (int i = 0; i < plan.nodes(); i++) {
      nodes.add(lab.start(contender, database, plan.connections()));
    }
    if (plan.delay().isEmpty()) {
      return measure(new Scene(lab, contender, nodes));
    }
    try (SlowService service = SlowService.start(plan.delay().get())) {
      for (NodeProcess node : nodes) {
        node.ask(Order.of(Verb.WARM).with("url", service.url()), ANSWER);
      }
      return measure(new Scene(lab, contender, nodes));
    }
  }

  /** Nodes that are connected and wait. */
  private record Scene(Lab lab, Contender contender, List<NodeProcess> nodes) {}

  private Outcome measure(Scene scene) throws Exception {
    for (NodeProcess node : scene.nodes()) {
      node.ask(Order.of(Verb.OPEN).with("workers", plan.workers()), ANSWER);
    }
    Meter meter = new Meter(scene.lab().postgres());
    Outcome outcome = new Outcome();
    Reading before = meter.read(scene.nodes());
    int done;
    try (ActivitySampler sampler = new ActivitySampler(scene.lab().postgres())) {
      long begin = System.nanoTime();
      done = drain(scene);
      double seconds = (System.nanoTime() - begin) / 1e9;
      outcome.put(RATE, done / seconds).put(OF_IDEAL, 100 * done / seconds / ideal());
      outcome.put(CONNECTIONS, sampler.connections()).put(LONGEST, sampler.longestMillis());
      if (done < plan.jobs()) {
        outcome.remark("stopped after %d s with jobs left".formatted(plan.cap().toSeconds()));
      }
    }
    for (NodeProcess node : scene.nodes()) {
      node.ask(Order.of(Verb.CLOSE), ANSWER);
    }
    scene.lab().postgres().awaitEmpty();
    Reading cost = meter.read(scene.nodes()).since(before);
    outcome.put(DEAD, (double) meter.deadTuples() / done);
    return price(outcome, cost, done);
  }

  /** Lets the nodes work; the answer is how many jobs were done for good. */
  private int drain(Scene scene) throws Exception {
    List<CompletableFuture<?>> begun = new ArrayList<>();
    for (NodeProcess node : scene.nodes()) {
      begun.add(node.tell(Order.of(Verb.BEGIN)));
    }
    for (CompletableFuture<?> one : begun) {
      one.get();
    }
    long end = System.nanoTime() + plan.cap().toNanos();
    Patience.until(plan.cap(), STEP, () -> begun(scene.nodes()) >= plan.jobs());
    String remaining = scene.contender().remaining();
    try (Connection connection = scene.lab().postgres().enter()) {
      Patience.until(
          Duration.ofNanos(Math.max(0, end - System.nanoTime())),
          STEP,
          () -> scene.lab().postgres().number(connection, remaining) == 0);
      return plan.jobs() - (int) scene.lab().postgres().number(connection, remaining);
    }
  }

  private static int begun(List<NodeProcess> nodes) throws Exception {
    int sum = 0;
    for (NodeProcess node : nodes) {
      sum += node.ask(Order.of(Verb.COUNT), ANSWER).get("count").getAsInt();
    }
    return sum;
  }

  private double ideal() {
    double perWorker = plan.delay().map(delay -> 1000.0 / delay.toMillis()).orElse(Double.NaN);
    return plan.nodes() * plan.workers() * perWorker;
  }

  private static Outcome price(Outcome outcome, Reading cost, double jobs) {
    return outcome
        .put(WAL, cost.wal() / jobs)
        .put(COMMITS, cost.commits() / jobs)
        .put(STATEMENTS, cost.statements() / jobs)
        .put(JVM, cost.jvm())
        .put(SERVER, cost.server());
  }
}
