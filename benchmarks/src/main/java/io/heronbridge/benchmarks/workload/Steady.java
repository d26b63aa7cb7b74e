package io.heronbridge.benchmarks.workload;

import static io.heronbridge.benchmarks.workload.Measure.higher;
import static io.heronbridge.benchmarks.workload.Measure.lower;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.lab.Patience;
import io.heronbridge.benchmarks.node.NodeProcess;
import io.heronbridge.benchmarks.node.NodeProcess.Target;
import io.heronbridge.benchmarks.node.Order;
import io.heronbridge.benchmarks.node.Order.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Two nodes promise and work at a steady rate, side by side. */
public final class Steady implements Workload.Case {
  private static final Measure P99 = lower("p99 ms", 1);
  private static final Measure P95 = lower("p95 ms", 1);
  private static final Measure P50 = lower("p50 ms", 1);
  private static final Measure PROMISED = higher("promised/s", 0);
  private static final Measure GROWTH = lower("backlog growth/s", 1);
  private static final Measure BACKLOG = lower("backlog at the end", 0);
  private static final Measure SUSTAINED = higher("sustained", 0);

  private static final int NODES = 2;
  private static final int WORKERS = 16;
  private static final int CONNECTIONS = 20;
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final double RATE_MET = 0.99;
  private static final double MOST_GROWTH = 100;
  private static final double MOST_BACKLOG = 20_000;
  private static final double MICROS = 1e6;

  private final Plan plan;

  /**
   * How much.
   *
   * @param rate of both nodes together, jobs each second
   * @param batch jobs to a transaction
   * @param warm seconds that are not counted
   */
  public record Plan(int rate, int batch, int warm, int seconds) {
    int jobsEach() {
      return rate / NODES * (warm + seconds);
    }
  }

  public Steady(Plan plan) {
    this.plan = plan;
  }

  @Override
  public String title() {
    return "%,d jobs/s, %d to a transaction, %d s after %d s of warming up"
        .formatted(plan.rate(), plan.batch(), plan.seconds(), plan.warm());
  }

  @Override
  public List<Measure> measures() {
    return List.of(P99, P95, P50, PROMISED, GROWTH, BACKLOG, SUSTAINED);
  }

  @Override
  public Optional<String> cannot(Contender contender) {
    return contender.profile().can(Ability.QUEUES)
        ? Optional.empty()
        : Optional.of(Workload.NOT_ASKED);
  }

  @Override
  public Outcome run(Lab lab, Contender contender) throws Exception {
    Target database = lab.prepare(contender);
    List<NodeProcess> nodes = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      NodeProcess node = lab.start(contender, database, CONNECTIONS);
      node.ask(Order.of(Verb.OPEN).with("workers", WORKERS), ANSWER);
      node.ask(Order.of(Verb.BEGIN), ANSWER);
      nodes.add(node);
    }
    List<CompletableFuture<?>> producing = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      producing.add(nodes.get(i).tell(produce(1 + i * plan.jobsEach())));
    }
    for (CompletableFuture<?> one : producing) {
      one.get();
    }
    Patience.until(GRACE, Duration.ofMillis(100), () -> false);
    return judge(Times.of(lab, nodes));
  }

  private Order produce(int first) {
    return Order.of(Verb.PRODUCE)
        .with("first", first)
        .with("rate", plan.rate() / NODES)
        .with("batch", plan.batch())
        .with("seconds", plan.warm() + plan.seconds());
  }

  private Outcome judge(Times times) {
    long warm = times.firstPromise() + (long) (plan.warm() * MICROS);
    long end = times.lastPromise();
    double seconds = (end - warm) / MICROS;
    double[] latencies = times.latencies(warm);
    double promised = latencies.length / Math.max(plan.seconds(), seconds);
    double backlog = times.waitingAt(end);
    double growth = (backlog - times.waitingAt(warm)) / seconds;
    boolean sustained =
        promised >= RATE_MET * plan.rate() && growth <= MOST_GROWTH && backlog <= MOST_BACKLOG;
    return new Outcome()
        .put(P99, Times.percentile(latencies, 99))
        .put(P95, Times.percentile(latencies, 95))
        .put(P50, Times.percentile(latencies, 50))
        .put(PROMISED, promised)
        .put(GROWTH, growth)
        .put(BACKLOG, backlog)
        .put(SUSTAINED, sustained ? 1 : 0);
  }
}
