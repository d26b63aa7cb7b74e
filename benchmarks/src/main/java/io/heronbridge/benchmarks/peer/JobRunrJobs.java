package io.heronbridge.benchmarks.peer;

import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Engine;
import io.heronbridge.benchmarks.contender.Job;
import io.heronbridge.benchmarks.contender.Profile;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.contender.Work;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.configuration.JobRunrConfiguration;
import org.jobrunr.scheduling.JobScheduler;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;

/** JobRunr without its dashboard, which is also what would send usage data. */
public final class JobRunrJobs implements Contender {
  private static final String VERSION = "8.7.0";
  private static final Duration DEFAULT_POLL = Duration.ofSeconds(15);
  private static final Duration SHORTEST_POLL = Duration.ofSeconds(5);
  private static final int MISSED_POLLS = 4;
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final Profile profile;
  private final Duration poll;

  private JobRunrJobs(String name, String settings, Duration poll) {
    this.profile =
        new Profile(
            name,
            VERSION,
            settings,
            "its free edition has no promise in the caller's transaction; keeps done jobs 36 h",
            Set.of(Ability.QUEUES));
    this.poll = poll;
  }

  public static JobRunrJobs withDefaults() {
    return new JobRunrJobs(
        "jobrunr-defaults", "poll 15 s, a server counts as gone after 60 s", DEFAULT_POLL);
  }

  public static JobRunrJobs atItsBest() {
    return new JobRunrJobs(
        "jobrunr-best",
        "poll 5 s, the shortest it takes, a server counts as gone after 20 s",
        SHORTEST_POLL);
  }

  @Override
  public Profile profile() {
    return profile;
  }

  @Override
  public void createSchema(DataSource database) {
    new PostgresStorageProvider(database).close();
  }

  @Override
  public Engine open(DataSource database, Work work) {
    JobRunrConfiguration configuration =
        JobRunr.configure()
            .useJsonMapper(new JacksonJsonMapper())
            .useJobActivator(activator(work))
            .useStorageProvider(new PostgresStorageProvider(database));
    if (!work.isNone()) {
      configuration.useBackgroundJobServer(
          BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
              .andPollInterval(poll)
              .andInterruptJobsAwaitDurationOnStopBackgroundJobServer(GOODBYE)
              .andWorkerCount(work.workers()),
          false);
    }
    return new Node(configuration.initialize().getJobScheduler());
  }

  private static JobActivator activator(Work work) {
    return new JobActivator() {
      @Override
      public <T> T activateJob(Class<T> type) {
        return type.cast(new TextJob(work.handler()));
      }
    };
  }

  @Override
  public Duration recovery() {
    return poll.multipliedBy(MISSED_POLLS);
  }

  @Override
  public String remaining() {
    return "SELECT count(*) FROM jobrunr_jobs WHERE state IN ('ENQUEUED', 'PROCESSING',"
        + " 'SCHEDULED')";
  }

  @Override
  public String burned() {
    return "SELECT count(*) FROM jobrunr_jobs WHERE jobasjson LIKE '%\"FAILED\"%'";
  }

  /** No record: JobRunr reads the lambda out of the class file, and does not read records. */
  private static final class Node implements Engine {
    private final JobScheduler scheduler;

    Node(JobScheduler scheduler) {
      this.scheduler = scheduler;
    }

    @Override
    public void begin() {
      JobRunr.getBackgroundJobServer().start();
    }

    @Override
    public void enqueue(List<Job> jobs) {
      scheduler.<TextJob, String>enqueue(
          jobs.stream().map(Job::text), (job, text) -> job.run(text));
    }

    @Override
    public void enqueueWith(Change change, Job job) {
      throw new UnsupportedOperationException("JobRunr's free edition cannot");
    }

    @Override
    public void close() {
      JobRunr.destroy();
    }
  }
}
