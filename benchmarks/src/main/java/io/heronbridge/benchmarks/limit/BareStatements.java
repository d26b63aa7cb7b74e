package io.heronbridge.benchmarks.limit;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Engine;
import io.heronbridge.benchmarks.contender.Job;
import io.heronbridge.benchmarks.contender.JobHandler;
import io.heronbridge.benchmarks.contender.Profile;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.contender.Work;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Claiming and completing in batches of 100 and nothing else: no lease, no retry, no history, no
 * thread per job. About what PostgreSQL gives on the machine.
 */
public final class BareStatements implements Contender {
  private static final int BATCH = 100;
  private static final int LOOPS = 4;

  private static final String CLAIM =
      """
      UPDATE bare_job
         SET claimed = true
       WHERE id IN (SELECT id FROM bare_job
                     WHERE NOT claimed ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
      RETURNING payload\
      """;

  private static final String COMPLETE = "UPDATE bare_job SET done = true WHERE id = ANY (?)";

  @Override
  public Profile profile() {
    return new Profile(
        "limit-statements",
        "",
        "4 loops that claim and complete batches of 100",
        "no queue: what is left when everything but the two statements is taken away",
        Set.of(Ability.LIMIT_OF_STATEMENTS));
  }

  @Override
  public void createSchema(DataSource database) throws SQLException {
    new BareTable(database).create();
  }

  @Override
  public Engine open(DataSource database, Work work) {
    return new Node(new BareTable(database), work.handler(), Executors.newFixedThreadPool(LOOPS));
  }

  /** Until there is nothing left. */
  private static Void drain(BareTable table, JobHandler handler) throws Exception {
    List<Job> batch = new ArrayList<>();
    do {
      batch.clear();
      table.run(connection -> claim(connection, batch));
      for (Job job : batch) {
        handler.run(job);
      }
      table.run(connection -> complete(connection, batch));
    } while (!batch.isEmpty());
    return null;
  }

  private static void claim(Connection connection, List<Job> batch) throws SQLException {
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setInt(1, BATCH);
      try (ResultSet rows = claim.executeQuery()) {
        while (rows.next()) {
          batch.add(Job.of(rows.getString(1)));
        }
      }
    }
  }

  private static void complete(Connection connection, List<Job> batch) throws SQLException {
    Array ids = connection.createArrayOf("int4", batch.stream().map(Job::number).toArray());
    try (PreparedStatement complete = connection.prepareStatement(COMPLETE)) {
      complete.setArray(1, ids);
      complete.executeUpdate();
    }
  }

  @Override
  public String remaining() {
    return BareTable.REMAINING;
  }

  private record Node(BareTable table, JobHandler handler, ExecutorService loops)
      implements Engine {

    @Override
    public void begin() {
      for (int i = 0; i < LOOPS; i++) {
        loops.submit(() -> drain(table, handler));
      }
    }

    @Override
    public void enqueue(List<Job> jobs) throws SQLException {
      table.insert(jobs);
    }

    @Override
    public void enqueueWith(Change change, Job job) {
      throw new UnsupportedOperationException("the limit of statements promises nothing");
    }

    @Override
    public void close() {
      loops.shutdownNow();
    }
  }
}
