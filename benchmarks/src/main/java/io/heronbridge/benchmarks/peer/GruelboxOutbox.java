package io.heronbridge.benchmarks.peer;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.ThreadLocalContextTransactionManager;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import io.heronbridge.benchmarks.contender.Contender;
import io.heronbridge.benchmarks.contender.Engine;
import io.heronbridge.benchmarks.contender.Job;
import io.heronbridge.benchmarks.contender.Profile;
import io.heronbridge.benchmarks.contender.Profile.Ability;
import io.heronbridge.benchmarks.contender.Work;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** gruelbox transaction-outbox: the job's method runs inside the transaction that holds its row. */
public final class GruelboxOutbox implements Contender {
  private static final String VERSION = "4.2.268 (of 2022)";
  private static final String REMARK =
      "tagged 2022-02-16, the newest that could be had; its 7.x of 2026 was not measured";
  private static final Duration DEFAULT_ATTEMPT_FREQUENCY = Duration.ofMinutes(2);
  private static final Duration DEFAULT_PAUSE = Duration.ofMinutes(1);
  private static final Duration SHORT_ATTEMPT_FREQUENCY = Duration.ofSeconds(30);
  private static final Duration SHORT_PAUSE = Duration.ofMillis(100);
  private static final int DEFAULT_BATCH = 4096;
  private static final int SHORT_BATCH = 1024;

  private final Profile profile;
  private final Tuning tuning;

  /**
   * What differs between the two configurations.
   *
   * @param attemptFrequency how far a row is pushed back while it is tried: its lease in effect
   * @param pause between two looks at a table that had nothing
   * @param workersAsAsked or its own executor, of one thread
   */
  private record Tuning(
      Duration attemptFrequency, Duration pause, int batch, boolean workersAsAsked) {}

  private GruelboxOutbox(String name, String settings, Tuning tuning) {
    this.profile =
        new Profile(
            name, VERSION, settings, REMARK, Set.of(Ability.QUEUES, Ability.JOINS_TRANSACTIONS));
    this.tuning = tuning;
  }

  public static GruelboxOutbox withDefaults() {
    return new GruelboxOutbox(
        "gruelbox-defaults",
        "default executor (one thread), attempt frequency 2 min, flush loop with a pause of 60 s",
        new Tuning(DEFAULT_ATTEMPT_FREQUENCY, DEFAULT_PAUSE, DEFAULT_BATCH, false));
  }

  public static GruelboxOutbox atItsBest() {
    return new GruelboxOutbox(
        "gruelbox-best",
        "as many threads as workers, attempt frequency 30 s, flush loop with a pause of 100 ms,"
            + " batch 1,024",
        new Tuning(SHORT_ATTEMPT_FREQUENCY, SHORT_PAUSE, SHORT_BATCH, true));
  }

  @Override
  public Profile profile() {
    return profile;
  }

  @Override
  public void createSchema(DataSource database) {
    outbox(TransactionManager.fromDataSource(database), Work.none(), (entry, work) -> {});
  }

  @Override
  public Engine open(DataSource database, Work work) {
    ThreadLocalContextTransactionManager transactions = TransactionManager.fromDataSource(database);
    if (work.isNone()) {
      // Nobody works here: what is promised stays in the table until another node flushes.
      return new Node(
          transactions, outbox(transactions, work, (entry, local) -> {}), () -> {}, () -> {});
    }
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            work.workers(), work.workers(), 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    Submitter submitter =
        tuning.workersAsAsked()
            ? Submitter.withExecutor(executor)
            : Submitter.withDefaultExecutor();
    TransactionOutbox outbox = outbox(transactions, work, submitter);
    FlushLoop loop =
        new FlushLoop(outbox, tuning.pause(), () -> executor.getQueue().size() < tuning.batch());
    return new Node(
        transactions,
        outbox,
        loop::begin,
        () -> {
          loop.close();
          executor.shutdownNow();
        });
  }

  private TransactionOutbox outbox(
      TransactionManager transactions, Work work, Submitter submitter) {
    return TransactionOutbox.builder()
        .transactionManager(transactions)
        .persistor(Persistor.forDialect(Dialect.POSTGRESQL_9))
        .instantiator(Instantiator.using(type -> new TextJob(work.handler())))
        .submitter(submitter)
        .attemptFrequency(tuning.attemptFrequency())
        .flushBatchSize(tuning.batch())
        .build();
  }

  @Override
  public Duration recovery() {
    return tuning.attemptFrequency().plus(tuning.pause());
  }

  @Override
  public String remaining() {
    return "SELECT count(*) FROM txno_outbox WHERE NOT processed";
  }

  @Override
  public String afterLoading() {
    // A row that was just promised counts as being tried by the node that promised it.
    return "UPDATE txno_outbox SET nextattempttime = now() - interval '1 day'";
  }

  private record Node(
      ThreadLocalContextTransactionManager transactions,
      TransactionOutbox outbox,
      Runnable start,
      Runnable stop)
      implements Engine {

    @Override
    public void begin() {
      start.run();
    }

    @Override
    public void enqueue(List<Job> jobs) {
      transactions.inTransaction(
          () -> jobs.forEach(job -> outbox.schedule(TextJob.class).run(job.text())));
    }

    @Override
    public void enqueueWith(Change change, Job job) throws Exception {
      transactions.inTransactionThrows(
          transaction -> {
            change.make(transaction.connection());
            outbox.schedule(TextJob.class).run(job.text());
          });
    }

    @Override
    public void close() {
      stop.run();
    }
  }
}
