package io.heronbridge.benchmarks.contender;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** One way of getting jobs done, in one configuration. Making one costs nothing. */
public interface Contender {

  /** Who it is, for the tables and for {@code --only}. */
  Profile profile();

  /** Makes its tables in an empty database. */
  void createSchema(DataSource database) throws SQLException;

  /**
   * Makes one node ready to begin. The data source is its only way to the database, and as many
   * connections as the workload allows.
   */
  Engine open(DataSource database, Work work);

  /** One number: how many of the jobs that were promised are not done yet. */
  String remaining();

  /**
   * By its settings, the longest until jobs of a node that died run again; zero when its documents
   * do not say, and it is waited for.
   */
  default Duration recovery() {
    return Duration.ZERO;
  }

  /** A statement to run once after a backlog was loaded; empty when there is none. */
  default String afterLoading() {
    return "";
  }

  /** One number: how many attempts were counted as failed though no job failed. */
  default String burned() {
    return "SELECT 0";
  }
}
