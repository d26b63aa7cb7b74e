package io.heronbridge.benchmarks.limit;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Engine;
import io.heronbridge.benchmarks.contender.Job;
import io.heronbridge.benchmarks.contender.JobHandler;
import io.heronbridge.benchmarks.contender.Profile;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.contender.Work;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The same calls, as many at once, with no queue: jobs are read once and marked done at the end.
 */
public final class BareCalls implements Contender {

  @Override
  public Profile profile() {
    return new Profile(
        "limit-calls",
        "",
        "all jobs read first, calls kept under way without a thread each",
        "no queue: what the called service and the machine give",
        Set.of(Ability.LIMIT_OF_CALLS));
  }

  @Override
  public void createSchema(DataSource database) throws SQLException {
    new BareTable(database).create();
  }

  @Override
  public Engine open(DataSource database, Work work) {
    return new Node(new BareTable(database), work);
  }

  @Override
  public String remaining() {
    return BareTable.REMAINING;
  }

  private static final class Node implements Engine {
    private final BareTable table;
    private final Work work;
    private final Queue<Job> waiting = new ArrayDeque<>();
    private int underWay;

    Node(BareTable table, Work work) {
      this.table = table;
      this.work = work;
    }

    @Override
    public void begin() {
      try {
        table.run(
            connection -> {
              try (Statement statement = connection.createStatement();
                  ResultSet rows = statement.executeQuery("SELECT payload FROM bare_job")) {
                while (rows.next()) {
                  waiting.add(Job.of(rows.getString(1)));
                }
              }
            });
      } catch (SQLException e) {
        throw new IllegalStateException("the jobs cannot be read", e);
      }
      for (int i = 0; i < work.workers(); i++) {
        next();
      }
    }

    private void next() {
      Job job = take();
      if (job != null) {
        JobHandler handler = work.handler();
        handler.begin(job).whenComplete((nothing, failure) -> finished());
      }
    }

    private synchronized Job take() {
      Job job = waiting.poll();
      underWay += job == null ? 0 : 1;
      return job;
    }

    private void finished() {
      if (wasLast()) {
        markDone();
      } else {
        next();
      }
    }

    private synchronized boolean wasLast() {
      underWay--;
      return underWay == 0 && waiting.isEmpty();
    }

    private void markDone() {
      try {
        table.run(
            connection -> {
              try (PreparedStatement all =
                  connection.prepareStatement("UPDATE bare_job SET done = true")) {
                all.executeUpdate();
              }
            });
      } catch (SQLException e) {
        throw new IllegalStateException("the jobs cannot be marked", e);
      }
    }

    @Override
    public void enqueue(List<Job> jobs) throws SQLException {
      table.insert(jobs);
    }

    @Override
    public void enqueueWith(Change change, Job job) {
      throw new UnsupportedOperationException("the limit of calls promises nothing");
    }

    @Override
    public void close() {
      // Every call has ended when the workload has.
    }
  }
}
