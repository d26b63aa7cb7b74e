package io.heronbridge.benchmarks.node;

import com.google.gson.JsonObject;
import io.heronbridge.benchmarks.contender.Engine;
import io.heronbridge.benchmarks.contender.Job;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/** The caller's own work: one row of business, and with it one promise, in each transaction. */
final class Transactions {
  private static final int DIGITS = 3;
  private static final String INSERT =
      "INSERT INTO business (id, customer, amount) VALUES (?, ?, ?)";

  private final Engine engine;
  private final AtomicInteger numbers;

  /**
   * @param numbers goes on from one call to the next, since no job is promised twice
   */
  Transactions(Engine engine, AtomicInteger numbers) {
    this.engine = engine;
    this.numbers = numbers;
  }

  /** Answers with transactions each second and latencies in milliseconds. */
  void run(Order order, JsonObject answer) throws Exception {
    int threads = order.number("threads");
    long begin = System.nanoTime();
    long end = begin + TimeUnit.SECONDS.toNanos(order.number("seconds"));
    ExecutorService callers = Executors.newFixedThreadPool(threads);
    Histogram all = new Histogram(DIGITS);
    try {
      List<Future<Histogram>> each = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        each.add(callers.submit(() -> until(end)));
      }
      for (Future<Histogram> one : each) {
        all.add(one.get());
      }
    } finally {
      callers.shutdownNow();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    answer.addProperty("transactions", all.getTotalCount());
    answer.addProperty("rate", all.getTotalCount() / seconds);
    answer.addProperty("p50", all.getValueAtPercentile(50) / 1e3);
    answer.addProperty("p99", all.getValueAtPercentile(99) / 1e3);
  }

  private Histogram until(long end) throws Exception {
    Histogram micros = new Histogram(DIGITS);
    while (System.nanoTime() < end) {
      int number = numbers.incrementAndGet();
      long begin = System.nanoTime();
      engine.enqueueWith(connection -> insert(connection, number), new Job(number));
      micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin));
    }
    return micros;
  }

  private static void insert(Connection connection, int number) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setInt(1, number);
      insert.setString(2, "customer-" + number % 1000);
      insert.setInt(3, number % 100_000);
      insert.executeUpdate();
    }
  }
}
