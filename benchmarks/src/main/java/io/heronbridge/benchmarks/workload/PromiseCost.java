package io.heronbridge.benchmarks.workload;

import static io.heronbridge.benchmarks.workload.Measure.higher;
import static io.heronbridge.benchmarks.workload.Measure.lower;

import com.google.gson.JsonObject;
import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.lab.Meter;
import io.heronbridge.benchmarks.lab.Meter.Reading;
import io.heronbridge.benchmarks.limit.BareTransactions;
import io.heronbridge.benchmarks.node.NodeProcess;
import io.heronbridge.benchmarks.node.NodeProcess.Target;
import io.heronbridge.benchmarks.node.Order;
import io.heronbridge.benchmarks.node.Order.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The caller's transaction with a promise in it, against the same without, right before. */
public final class PromiseCost implements Workload.Case {
  private static final Measure RATIO = higher("% of the rate without", 0);
  private static final Measure RATE = higher("transactions/s", 0);
  private static final Measure WITHOUT = higher("transactions/s without", 0);
  private static final Measure ADDED_P50 = lower("added ms, p50", 2);
  private static final Measure ADDED_P99 = lower("added ms, p99", 2);
  private static final Measure WAL = lower("WAL B/transaction", 0);

  private static final int THREADS = 8;
  private static final int CONNECTIONS = 10;
  private static final int WARM_SECONDS = 2;
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final String BUSINESS =
      "CREATE TABLE business (id int PRIMARY KEY, customer text NOT NULL, amount int NOT NULL)";

  private final int seconds;

  public PromiseCost(int seconds) {
    this.seconds = seconds;
  }

  @Override
  public String title() {
    return "one row of business and one job in each transaction, %d threads, %d s"
        .formatted(THREADS, seconds);
  }

  @Override
  public List<Measure> measures() {
    return List.of(RATIO, RATE, WITHOUT, ADDED_P50, ADDED_P99, WAL);
  }

  @Override
  public Optional<String> cannot(Contender contender) {
    if (contender.profile().can(Ability.JOINS_TRANSACTIONS)) {
      return Optional.empty();
    }
    return Optional.of(contender.profile().can(Ability.QUEUES) ? "cannot" : Workload.NOT_ASKED);
  }

  @Override
  public Outcome run(Lab lab, Contender contender) throws Exception {
    JsonObject without = transact(lab, new BareTransactions(), new Outcome());
    Outcome outcome = new Outcome();
    JsonObject with = transact(lab, contender, outcome);
    return outcome
        .put(RATIO, 100 * number(with, "rate") / number(without, "rate"))
        .put(RATE, number(with, "rate"))
        .put(WITHOUT, number(without, "rate"))
        .put(ADDED_P50, number(with, "p50") - number(without, "p50"))
        .put(ADDED_P99, number(with, "p99") - number(without, "p99"));
  }

  private JsonObject transact(Lab lab, Contender contender, Outcome outcome) throws Exception {
    Target database = lab.prepare(contender);
    lab.postgres().execute(BUSINESS);
    NodeProcess node = lab.start(contender, database, CONNECTIONS);
    node.ask(Order.of(Verb.OPEN).with("workers", 0), ANSWER);
    Meter meter = new Meter(lab.postgres());
    node.ask(order(WARM_SECONDS), ANSWER);
    Reading before = meter.read(List.of(node));
    JsonObject answer = node.ask(order(seconds), ANSWER);
    Reading cost = meter.read(List.of(node)).since(before);
    outcome.put(WAL, cost.wal() / number(answer, "transactions"));
    lab.tidy();
    return answer;
  }

  private static Order order(int seconds) {
    return Order.of(Verb.TRANSACT).with("threads", THREADS).with("seconds", seconds);
  }

  private static double number(JsonObject answer, String name) {
    return answer.get(name).getAsDouble();
  }
}
