package io.heronbridge.benchmarks.workload;

import static io.heronbridge.benchmarks.workload.Measure.lower;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.lab.Lab;
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

/**
 * One of two nodes dies in the middle of a backlog. The called service keeps the ledger: what was
 * promised must have arrived there.
 */
public final class KilledNode implements Workload.Case {
  private static final Measure RECOVERY = lower("s from the kill until nothing is left", 1);
  private static final Measure LOST = lower("lost", 0);
  private static final Measure REPEATED = lower("repeated calls", 0);
  private static final Measure BURNED = lower("attempts burned", 0);
  private static final Measure LEFT = lower("left", 0);

  private static final int WORKERS = 32;
  private static final int CONNECTIONS = 40;
  private static final double KILL_AFTER = 0.3;
  private static final Duration DELAY = Duration.ofMillis(50);
  private static final Duration STEP = Duration.ofMillis(50);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final int jobs;
  private final Duration cap;

  public KilledNode(int jobs, Duration cap) {
    this.jobs = jobs;
    this.cap = cap;
  }

  @Override
  public String title() {
    return "%,d jobs, calls of %d ms, two nodes with %d under way each; one is killed after 30 %%"
        .formatted(jobs, DELAY.toMillis(), WORKERS);
  }

  @Override
  public List<Measure> measures() {
    return List.of(RECOVERY, LOST, REPEATED, BURNED, LEFT);
  }

  @Override
  public Optional<String> cannot(Contender contender) {
    if (!contender.profile().can(Ability.QUEUES)) {
      return Optional.of(Workload.NOT_ASKED);
    }
    Duration promised = contender.recovery();
    return promised.compareTo(cap) < 0
        ? Optional.empty()
        : Optional.of("by its settings %d s; not waited for".formatted(promised.toSeconds()));
  }

  @Override
  public Outcome run(Lab lab, Contender contender) throws Exception {
    Target database = lab.prepare(contender, jobs);
    try (SlowService service = SlowService.start(DELAY)) {
      List<NodeProcess> nodes = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        NodeProcess node = lab.start(contender, database, CONNECTIONS);
        node.ask(Order.of(Verb.WARM).with("url", service.url()), ANSWER);
        nodes.add(node);
      }
      for (NodeProcess node : nodes) {
        node.ask(Order.of(Verb.OPEN).with("workers", WORKERS), ANSWER);
      }
      for (NodeProcess node : nodes) {
        node.ask(Order.of(Verb.BEGIN), ANSWER);
      }
      if (!Patience.until(ANSWER, STEP, () -> service.done() >= KILL_AFTER * jobs)) {
        return new Outcome().remark("too slow to be interrupted");
      }
      nodes.get(0).kill();
      return recover(lab, contender, service);
    }
  }

  private Outcome recover(Lab lab, Contender contender, SlowService service) throws Exception {
    Outcome outcome = new Outcome();
    long begin = System.nanoTime();
    try (Connection connection = lab.postgres().enter()) {
      boolean drained =
          Patience.until(
              cap, STEP, () -> lab.postgres().number(connection, contender.remaining()) == 0);
      long left = lab.postgres().number(connection, contender.remaining());
      if (drained) {
        outcome.put(RECOVERY, (System.nanoTime() - begin) / 1e9);
      } else {
        outcome.remark("not recovered within %d s".formatted(cap.toSeconds()));
      }
      // A job that is left is not lost yet, whether or not it has called already.
      long missing = jobs - service.done();
      return outcome
          .put(LOST, Math.max(0, missing - left))
          .put(REPEATED, service.repeated())
          .put(BURNED, lab.postgres().number(connection, contender.burned()))
          .put(LEFT, left);
    }
  }
}
