package io.heronbridge.benchmarks.contender;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * One node of a contender. It has started and is connected, and works once it is told to begin;
 * closing it ends its part and gives everything back.
 */
public interface Engine extends AutoCloseable {

  /** Begins to take jobs; told once, and never to a node that only promises. */
  void begin();

  /** Promises the jobs in one transaction of its own. */
  void enqueue(List<Job> jobs) throws Exception;

  /** Promises the job in the transaction that makes the change. */
  void enqueueWith(Change change, Job job) throws Exception;

  @Override
  void close();

  /** What the caller's own transaction does beside the promise. */
  @FunctionalInterface
  interface Change {
    void make(Connection connection) throws SQLException;
  }
}
