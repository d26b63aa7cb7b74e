package io.heronbridge.benchmarks.lab;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.node.NodeProcess;
import io.heronbridge.benchmarks.node.NodeProcess.Role;
import io.heronbridge.benchmarks.node.NodeProcess.Target;
import io.heronbridge.benchmarks.node.Order;
import io.heronbridge.benchmarks.node.Order.Verb;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Everything a workload needs around its contenders. */
public final class Lab implements AutoCloseable {
  private static final Duration LOADING = Duration.ofMinutes(5);
  private static final int LOADERS_CONNECTIONS = 2;
  private static final int BATCH = 100;

  private final Postgres postgres;
  private final Path folder;
  private final Deque<NodeProcess> nodes = new ConcurrentLinkedDeque<>();

  public Lab(Postgres postgres, Path folder) {
    this.postgres = postgres;
    this.folder = folder;
  }

  public Postgres postgres() {
    return postgres;
  }

  /** Where a workload may leave files for as long as it runs. */
  public Path folder() {
    return folder;
  }

  /** A new database with nothing in it. */
  public Target emptyDatabase() throws SQLException {
    return postgres.newDatabase();
  }

  /** A new database with the contender's tables. */
  public Target prepare(Contender contender) throws Exception {
    return prepare(contender, 0);
  }

  /** A new database with the contender's tables and as many jobs, numbered from 1. */
  public Target prepare(Contender contender, int jobs) throws Exception {
    Target database = postgres.newDatabase();
    try (NodeProcess loader = start(contender, database, LOADERS_CONNECTIONS)) {
      loader.ask(Order.of(Verb.CREATE_SCHEMA), LOADING);
      if (jobs > 0) {
        Order load = Order.of(Verb.LOAD).with("first", 1).with("jobs", jobs).with("batch", BATCH);
        loader.ask(load, LOADING);
      }
      loader.ask(Order.of(Verb.CLOSE), LOADING);
    }
    if (jobs > 0 && !contender.afterLoading().isEmpty()) {
      postgres.execute(contender.afterLoading());
    }
    postgres.settle();
    return database;
  }

  /** A process for one node; it has its connections and waits for orders. */
  public NodeProcess start(Contender contender, Target database, int connections)
      throws IOException {
    NodeProcess node =
        NodeProcess.start(
            new Role(
                contender.profile().name(), database, connections, folder.resolve("nodes.log")));
    nodes.add(node);
    return node;
  }

  /** Ends what a workload has left behind, the database's copy included. */
  public void tidy() {
    for (NodeProcess node = nodes.poll(); node != null; node = nodes.poll()) {
      node.close();
    }
  }

  @Override
  public void close() {
    tidy();
  }
}
