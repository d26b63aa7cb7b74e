package io.heronbridge.benchmarks.workload;

import static io.heronbridge.benchmarks.workload.Measure.lower;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.lab.Meter;
import io.heronbridge.benchmarks.lab.Meter.Reading;
import io.heronbridge.benchmarks.lab.Patience;
import io.heronbridge.benchmarks.node.NodeProcess;
import io.heronbridge.benchmarks.node.NodeProcess.Target;
import io.heronbridge.benchmarks.node.Order;
import io.heronbridge.benchmarks.node.Order.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One job each second, and nothing else to do: how soon does it begin, and what costs waiting? */
public final class PickUp implements Workload.Case {
  private static final Measure P50 = lower("p50 ms", 1);
  private static final Measure P99 = lower("p99 ms", 1);
  private static final Measure IDLE = lower("statements/s when idle", 2);

  private static final int WORKERS = 4;
  private static final int CONNECTIONS = 10;
  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final boolean elsewhere;
  private final int seconds;
  private final Duration patience;

  /**
   * @param elsewhere whether another node does the work than the one that promises it
   * @param patience how long to wait for jobs after the last was promised
   */
  public PickUp(boolean elsewhere, int seconds, Duration patience) {
    this.elsewhere = elsewhere;
    this.seconds = seconds;
    this.patience = patience;
  }

  @Override
  public String title() {
    return "1 job/s for %d s, %s"
        .formatted(seconds, elsewhere ? "done by another node" : "done by the node that promises");
  }

  @Override
  public List<Measure> measures() {
    return List.of(P50, P99, IDLE);
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
    NodeProcess worker = lab.start(contender, database, CONNECTIONS);
    worker.ask(Order.of(Verb.OPEN).with("workers", WORKERS), ANSWER);
    worker.ask(Order.of(Verb.BEGIN), ANSWER);
    NodeProcess producer = worker;
    if (elsewhere) {
      producer = lab.start(contender, database, CONNECTIONS);
      producer.ask(Order.of(Verb.OPEN).with("workers", 0), ANSWER);
    }
    producer.ask(
        Order.of(Verb.PRODUCE)
            .with("first", 1)
            .with("rate", 1)
            .with("batch", 1)
            .with("seconds", seconds),
        ANSWER.plusSeconds(seconds));
    Patience.until(
        patience,
        STEP,
        () -> worker.ask(Order.of(Verb.COUNT), ANSWER).get("count").getAsInt() >= seconds);

    Outcome outcome = new Outcome().put(IDLE, idle(lab, worker));
    Times times = Times.of(lab, elsewhere ? List.of(worker, producer) : List.of(worker));
    double[] latencies = times.latencies(0);
    long unknown = Times.unknown(latencies);
    if (unknown > 0) {
      outcome.remark(
          "%d of %d had not begun %d s after the last was promised"
              .formatted(unknown, latencies.length, patience.toSeconds()));
    }
    return outcome
        .put(P50, Times.percentile(latencies, 50))
        .put(P99, Times.percentile(latencies, 99));
  }

  /** Statements per second of a worker that has nothing to do. */
  private double idle(Lab lab, NodeProcess worker) throws Exception {
    Meter meter = new Meter(lab.postgres());
    Duration window = Duration.ofSeconds(Math.min(15, seconds));
    Reading before = meter.read(List.of(worker));
    long begin = System.nanoTime();
    Patience.until(window, STEP, () -> false);
    Reading spent = meter.read(List.of(worker)).since(before);
    return spent.statements() * 1e9 / (System.nanoTime() - begin);
  }
}
