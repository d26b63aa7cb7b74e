package io.heronbridge.benchmarks.peer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Engine;
import io.heronbridge.benchmarks.contender.Job;
import io.heronbridge.benchmarks.contender.Profile;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.contender.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** db-scheduler with one-time tasks, in both of its ways to poll. */
public final class DbScheduler implements Contender {
  private static final String VERSION = "16.12.0";

  /** The columns and indexes its documents prescribe for PostgreSQL. */
  private static final String SCHEMA =
      """
      CREATE TABLE scheduled_tasks (
        task_name text NOT NULL,
        task_instance text NOT NULL,
        task_data bytea,
        execution_time timestamptz NOT NULL,
        picked boolean NOT NULL,
        picked_by text,
        last_success timestamptz,
        last_failure timestamptz,
        consecutive_failures int,
        last_heartbeat timestamptz,
        version bigint NOT NULL,
        priority smallint,
        PRIMARY KEY (task_name, task_instance));
      CREATE INDEX ON scheduled_tasks (execution_time);
      CREATE INDEX ON scheduled_tasks (last_heartbeat);
      CREATE INDEX ON scheduled_tasks (priority DESC, execution_time ASC)\
      """;

  private static final Duration SHORT_POLL = Duration.ofMillis(100);
  private static final Duration SHORT_HEARTBEAT = Duration.ofSeconds(5);
  private static final int FEWEST_MISSED = 4;
  private static final Duration DEFAULT_HEARTBEAT = SchedulerBuilder.DEFAULT_HEARTBEAT_INTERVAL;
  private static final int DEFAULT_MISSED = SchedulerBuilder.DEFAULT_MISSED_HEARTBEATS_LIMIT;
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final Profile profile;
  private final boolean locks;
  private final boolean best;

  private DbScheduler(String name, boolean locks, boolean best) {
    String how = locks ? "lock-and-fetch (1.0, 4.0)" : "fetch (0.5, 3.0)";
    String pace =
        best
            ? ", poll 100 ms and at each own enqueue, heartbeat 5 s, dead after 4 missed"
            : ", poll 10 s, heartbeat 5 min, dead after 6 missed";
    this.profile =
        new Profile(
            name,
            VERSION,
            how + pace,
            "takes part in the caller's transaction through a data source that knows it",
            Set.of(Ability.QUEUES, Ability.JOINS_TRANSACTIONS));
    this.locks = locks;
    this.best = best;
  }

  public static DbScheduler fetchWithDefaults() {
    return new DbScheduler("db-scheduler-fetch-defaults", false, false);
  }

  public static DbScheduler fetchAtItsBest() {
    return new DbScheduler("db-scheduler-fetch-best", false, true);
  }

  public static DbScheduler lockAndFetchWithDefaults() {
    return new DbScheduler("db-scheduler-lock-defaults", true, false);
  }

  public static DbScheduler lockAndFetchAtItsBest() {
    return new DbScheduler("db-scheduler-lock-best", true, true);
  }

  @Override
  public Profile profile() {
    return profile;
  }

  @Override
  public void createSchema(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(SCHEMA);
    }
  }

  @Override
  public Engine open(DataSource database, Work work) {
    JoinedTransactions transactions = new JoinedTransactions(database);
    OneTimeTask<String> task =
        Tasks.oneTime("job", String.class)
            .execute((instance, context) -> new TextJob(work.handler()).run(instance.getData()));
    if (work.isNone()) {
      SchedulerClient client =
          SchedulerClient.Builder.create(transactions.dataSource(), task).build();
      return new Node(transactions, client, task, () -> {}, Optional.empty());
    }
    Scheduler scheduler = scheduler(transactions.dataSource(), task, work.workers());
    Runnable wake = best ? scheduler::triggerCheckForDueExecutions : () -> {};
    return new Node(transactions, scheduler, task, wake, Optional.of(scheduler));
  }

  private Scheduler scheduler(DataSource database, OneTimeTask<String> task, int workers) {
    SchedulerBuilder builder =
        Scheduler.create(database, task).threads(workers).shutdownMaxWait(GOODBYE);
    if (locks) {
      builder.pollUsingLockAndFetch(1.0, 4.0);
    }
    if (best) {
      builder
          .pollingInterval(SHORT_POLL)
          .heartbeatInterval(SHORT_HEARTBEAT)
          .missedHeartbeatsLimit(FEWEST_MISSED);
    }
    return builder.build();
  }

  @Override
  public Duration recovery() {
    return best
        ? SHORT_HEARTBEAT.multipliedBy(FEWEST_MISSED)
        : DEFAULT_HEARTBEAT.multipliedBy(DEFAULT_MISSED);
  }

  @Override
  public String remaining() {
    return "SELECT count(*) FROM scheduled_tasks";
  }

  /**
   * @param wake told after each own commit; waking before it would find nothing
   */
  private record Node(
      JoinedTransactions transactions,
      SchedulerClient client,
      OneTimeTask<String> task,
      Runnable wake,
      Optional<Scheduler> scheduler)
      implements Engine {

    @Override
    public void begin() {
      scheduler.orElseThrow().start();
    }

    @Override
    public void enqueue(List<Job> jobs) throws Exception {
      List<TaskInstance<?>> instances = new ArrayList<>();
      jobs.forEach(job -> instances.add(instance(job)));
      transactions.run(connection -> client.scheduleBatch(instances, Instant.now()));
      wake.run();
    }

    @Override
    public void enqueueWith(Change change, Job job) throws Exception {
      transactions.run(
          connection -> {
            change.make(connection);
            client.scheduleIfNotExists(instance(job), Instant.now());
          });
      wake.run();
    }

    private TaskInstance<String> instance(Job job) {
      return task.instance(Integer.toString(job.number()), job.text());
    }

    @Override
    public void close() {
      scheduler.ifPresent(Scheduler::stop);
    }
  }
}
