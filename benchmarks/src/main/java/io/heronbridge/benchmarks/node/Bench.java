package io.heronbridge.benchmarks.node;

import com.google.gson.JsonObject;
import com.zaxxer.hikari.HikariDataSource;
import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Engine;
import io.heronbridge.benchmarks.contender.Job;
import io.heronbridge.benchmarks.contender.JobHandler;
import io.heronbridge.benchmarks.contender.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Follows orders, one after another. */
final class Bench implements AutoCloseable {
  private static final int WARM_ROUNDS = 10;
  private static final int WARM_CALLS = 32;

  private final Contender contender;
  private final HikariDataSource database;
  private final Journal promised = new Journal();
  private final Journal begun = new Journal();
  private final AtomicInteger numbers = new AtomicInteger();
  private JobHandler handler = new NoWork(begun);
  private Optional<Engine> engine = Optional.empty();

  Bench(Contender contender, HikariDataSource database) {
    this.contender = contender;
    this.database = database;
  }

  JsonObject follow(Order order) throws Exception {
    JsonObject answer = new JsonObject();
    switch (order.verb()) {
      case CREATE_SCHEMA -> contender.createSchema(database);
      case LOAD -> load(order);
      case WARM -> warm(order.text("url"));
      case OPEN -> open(order);
      case BEGIN -> engine().begin();
      case PRODUCE -> new Producer(engine(), promised).run(order, answer);
      case TRANSACT -> new Transactions(engine(), numbers).run(order, answer);
      case COUNT -> answer.addProperty("count", begun.count());
      case TELL_TIMES -> tellTimes(order);
      case CLOSE -> close();
      default -> throw new IllegalArgumentException("there is no " + order.verb());
    }
    return answer;
  }

  private void load(Order order) throws Exception {
    int first = order.number("first");
    int end = first + order.number("jobs");
    int batch = order.number("batch");
    try (Engine producer = contender.open(database, Work.none())) {
      for (int from = first; from < end; from += batch) {
        producer.enqueue(
            IntStream.range(from, Math.min(end, from + batch)).mapToObj(Job::new).toList());
      }
    }
  }

  private void warm(String url) throws Exception {
    handler = new Call(url, begun);
    Job nobodys = new Job(0);
    for (int round = 0; round < WARM_ROUNDS; round++) {
      List<CompletableFuture<Void>> calls = new ArrayList<>();
      for (int i = 0; i < WARM_CALLS; i++) {
        calls.add(handler.begin(nobodys));
      }
      CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get();
      handler.run(nobodys);
    }
  }

  private void open(Order order) {
    int workers = order.number("workers");
    engine = Optional.of(contender.open(database, new Work(workers, handler)));
  }

  private Engine engine() {
    return engine.orElseThrow(() -> new IllegalStateException("this node has not been opened"));
  }

  private void tellTimes(Order order) throws IOException {
    promised.write(Path.of(order.text("promised")));
    begun.write(Path.of(order.text("begun")));
  }

  @Override
  public void close() {
    if (engine.isPresent()) {
      engine.get().close();
      engine = Optional.empty();
    }
    database.close();
  }
}
