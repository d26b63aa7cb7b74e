package io.heronbridge.benchmarks.node;

import com.google.gson.JsonObject;
import io.heronbridge.benchmarks.contender.Engine;
import io.heronbridge.benchmarks.contender.Job;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Promises jobs at a steady rate, however long the contender takes to accept them. */
final class Producer {
  private final Engine engine;
  private final Journal promised;

  Producer(Engine engine, Journal promised) {
    this.engine = engine;
    this.promised = promised;
  }

  /** Answers with how long it took and by how much the last transaction came late. */
  void run(Order order, JsonObject answer) throws Exception {
    int rate = order.number("rate");
    int batch = order.number("batch");
    int jobs = rate * order.number("seconds");
    int first = order.number("first");
    long begin = System.nanoTime();
    long due = begin;
    for (int from = 0; from < jobs; from += batch) {
      due = begin + TimeUnit.SECONDS.toNanos(1) * from / rate;
      waitUntil(due);
      List<Job> group =
          IntStream.range(first + from, first + Math.min(jobs, from + batch))
              .mapToObj(Job::new)
              .toList();
      engine.enqueue(group);
      group.forEach(job -> promised.note(job.number()));
    }
    long end = System.nanoTime();
    answer.addProperty("jobs", jobs);
    answer.addProperty("seconds", (end - begin) / 1e9);
    answer.addProperty("late", (end - due) / 1e9);
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
