package io.heronbridge.benchmarks.product;

import static io.heronbridge.benchmarks.workload.Measure.higher;
import static io.heronbridge.benchmarks.workload.Measure.lower;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.lab.Lab;
import io.heronbridge.benchmarks.lab.Patience;
import io.heronbridge.benchmarks.workload.Measure;
import io.heronbridge.benchmarks.workload.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** PostgreSQL crashes under load, and later loses its connections twice a second. */
public final class DatabaseCrash implements ProductCase {
  private static final Measure RESUMED = lower("s until links flow again", 2);
  private static final Measure PAUSE = lower("longest pause of links, s", 2);
  private static final Measure BEFORE = higher("links/s before", 1);
  private static final Measure DURING = higher("links/s while backends end", 1);
  private static final Measure AFTER = higher("links/s after", 1);
  private static final Measure LOST = lower("lost", 0);
  private static final Measure UNEXPECTED = lower("unexpected", 0);
  private static final Measure REPEATED = lower("repeated posts at Heron", 0);
  private static final Measure DEAD = lower("given up", 0);

  private static final Duration WARM = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final Duration DRAINING = Duration.ofMinutes(3);
  private static final Duration STEP = Duration.ofMillis(200);

  private final Duration calm;
  private final Duration harm;

  /**
   * @param calm seconds of load before, after the crash and at the end
   * @param harm seconds in which backends are ended
   */
  public DatabaseCrash(int calm, int harm) {
    this.calm = Duration.ofSeconds(calm);
    this.harm = Duration.ofSeconds(harm);
  }

  @Override
  public String title() {
    return "An immediate restart, then all backends ended twice a second for %d s"
        .formatted(harm.toSeconds());
  }

  @Override
  public List<Measure> measures() {
    return List.of(RESUMED, PAUSE, BEFORE, DURING, AFTER, LOST, UNEXPECTED, REPEATED, DEAD);
  }

  @Override
  public Outcome run(Lab lab, Contender contender) throws Exception {
    LinkPosts posts = new LinkPosts(System::nanoTime);
    Outcome outcome = new Outcome();
    try (Scene scene = Scene.open(lab);
        Customers customers = new Customers(scene)) {
      scene.sandbox().faults().always(posts.match(), LinkPosts.effect());
      customers.begin();
      customers.goOnFor(WARM);
      long begin = System.nanoTime();
      outcome.put(BEFORE, rate(posts, customers, calm));
      crash(lab, posts, customers, outcome);
      outcome.put(DURING, rateWhileBackendsEnd(lab, posts, customers));
      outcome.put(AFTER, rate(posts, customers, calm));
      outcome.put(PAUSE, seconds(posts.longestPause(begin, System.nanoTime())));
      customers.stop();
      settle(lab, posts, customers, outcome);
    }
    return outcome;
  }

  private void crash(Lab lab, LinkPosts posts, Customers customers, Outcome outcome)
      throws Exception {
    lab.postgres().crashAndRestart();
    long accepting = System.nanoTime();
    customers.goOnFor(calm);
    Patience.until(DRAINING, STEP, () -> posts.firstAfter(accepting).isPresent());
    posts
        .firstAfter(accepting)
        .ifPresent(moment -> outcome.put(RESUMED, seconds(moment - accepting)));
  }

  private static double rate(LinkPosts posts, Customers customers, Duration time)
      throws InterruptedException {
    long from = System.nanoTime();
    customers.goOnFor(time);
    return rateSince(posts, from);
  }

  private double rateWhileBackendsEnd(Lab lab, LinkPosts posts, Customers customers)
      throws Exception {
    long from = System.nanoTime();
    while (System.nanoTime() - from < harm.toNanos()) {
      lab.postgres().endBackends();
      customers.goOnFor(BETWEEN);
    }
    return rateSince(posts, from);
  }

  private static double rateSince(LinkPosts posts, long from) {
    long now = System.nanoTime();
    return posts.between(from, now) / seconds(now - from);
  }

  private static void settle(Lab lab, LinkPosts posts, Customers customers, Outcome outcome)
      throws Exception {
    Set<String> promised = customers.acknowledged();
    Patience.until(DRAINING, STEP, () -> posts.items().containsAll(promised));
    Set<String> dead = dead(lab);
    Set<String> lost = new HashSet<>(promised);
    lost.removeAll(posts.items());
    lost.removeAll(dead);
    Set<String> unexpected = new HashSet<>(posts.items());
    unexpected.removeAll(customers.attempted());
    outcome
        .put(LOST, lost.size())
        .put(UNEXPECTED, unexpected.size())
        .put(REPEATED, posts.repeated())
        .put(DEAD, dead.size())
        .remark("%,d exchanges acknowledged".formatted(promised.size()));
  }

  private static Set<String> dead(Lab lab) throws SQLException {
    Set<String> items = new HashSet<>();
    try (Connection connection = lab.postgres().enter();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT i.item_id FROM integration_link l JOIN item i ON i.id = l.item
                 WHERE l.status = 'FAILED'""")) {
      while (row.next()) {
        items.add(row.getString(1));
      }
    }
    return items;
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
