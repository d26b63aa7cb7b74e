package io.heronbridge.benchmarks.limit;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Engine;
import io.heronbridge.benchmarks.contender.Job;
import io.heronbridge.benchmarks.contender.Profile;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.contender.Work;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The caller's transaction alone: makes the change and promises nothing. */
public final class BareTransactions implements Contender {

  @Override
  public Profile profile() {
    return new Profile(
        "limit-transactions",
        "",
        "the caller's change and its commit",
        "no promise: what the transaction costs by itself",
        Set.of(Ability.LIMIT_OF_TRANSACTIONS));
  }

  @Override
  public void createSchema(DataSource database) {
    // The caller's own table is all there is.
  }

  @Override
  public Engine open(DataSource database, Work work) {
    BareTable table = new BareTable(database);
    return new Engine() {
      @Override
      public void begin() {
        throw new UnsupportedOperationException("the limit of transactions does no jobs");
      }

      @Override
      public void enqueue(List<Job> jobs) {
        throw new UnsupportedOperationException("the limit of transactions promises nothing");
      }

      @Override
      public void enqueueWith(Change change, Job job) throws SQLException {
        table.run(change);
      }

      @Override
      public void close() {
        // Nothing was opened.
      }
    };
  }

  @Override
  public String remaining() {
    return "SELECT 0";
  }
}
