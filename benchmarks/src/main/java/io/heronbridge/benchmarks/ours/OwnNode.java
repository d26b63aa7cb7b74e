package io.heronbridge.benchmarks.ours;

import io.heronbridge.benchmarks.contender.Engine;
import io.heronbridge.benchmarks.contender.Job;
import io.heronbridge.benchmarks.contender.Work;
import io.heronbridge.integration.heron.HeronLimits;
import io.heronbridge.integration.heron.HeronPermits;
import io.heronbridge.integration.metrics.BridgeMetrics;
import io.heronbridge.integration.outbox.Capacity;
import io.heronbridge.integration.outbox.HeronHealth;
import io.heronbridge.integration.outbox.OutboxEngine;
import io.heronbridge.integration.outbox.OutboxEngine.Parts;
import io.heronbridge.integration.outbox.OutboxLedger;
import io.heronbridge.integration.outbox.OutboxLedger.Books;
import io.heronbridge.integration.outbox.WakeUp;
import io.heronbridge.integration.settings.RetrySchedule;
import io.heronbridge.integration.trace.Tracer;
import io.heronbridge.persistence.integration.HeronBreakers;
import io.heronbridge.persistence.integration.HeronBudgets;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.OutboxMessage;
import io.heronbridge.persistence.outbox.OutboxMessages;
import io.heronbridge.persistence.outbox.OutboxQueues;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.hibernate.Session;

/** One node of our outbox. */
final class OwnNode implements Engine {
  private static final int AHEAD = Capacity.USUAL.ahead();
  private static final Duration GOODBYE = Duration.ofSeconds(8);
  private static final RetrySchedule SCHEDULE = RetrySchedule.parse("PT1S,PT5S,PT30S");

  /** The others log nothing either. */
  private static final Logger OURS = Logger.getLogger("io.heronbridge");

  private static final String SUBJECT = "INSERT INTO benchmark_job (id, payload) VALUES (?, ?)";

  private final LocalTransactions transactions;
  private final OutboxMessages messages;
  private final WakeUp wakeUp = new WakeUp();
  private final OutboxEngine engine;

  OwnNode(DataSource database, Work work, boolean reads) {
    OURS.setLevel(Level.WARNING);
    this.transactions = new LocalTransactions(database);
    this.messages = new OutboxMessages(transactions.entityManager());
    this.engine = engine(database, work, reads);
    if (work.isNone()) {
      // Nobody begins it, but it tells the others all the same, as every node of the product does.
      engine.start();
    }
  }

  private OutboxEngine engine(DataSource database, Work work, boolean reads) {
    HeronBreakers breakers = new HeronBreakers(database);
    Books books =
        new Books(
            new OutboxQueues(database),
            messages,
            breakers,
            new HeronHealth(breakers, SCHEDULE),
            new HeronPermits(new HeronBudgets(database), new HeronLimits()),
            new BridgeMetrics());
    OutboxLedger ledger = new OwnLedger(books, Clock.systemUTC(), transactions);
    Parts parts =
        new Parts(
            ledger,
            wakeUp,
            Clock.systemUTC(),
            Executors.defaultThreadFactory(),
            Tracer.silent(),
            () -> Unpooled.like(database));
    int calls = work.workers();
    return new OutboxEngine(
        parts,
        Map.of(MessageKind.CREATE_LINK, new JobMessages(database, work.handler(), reads)),
        new Capacity(calls, calls, calls, calls, calls, work.isNone() ? 0 : AHEAD));
  }

  @Override
  public void begin() {
    engine.start();
  }

  @Override
  public void enqueue(List<Job> jobs) throws SQLException {
    transactions.run(
        () -> {
          for (Job job : jobs) {
            promise(job);
          }
          session().doWork(connection -> keep(connection, jobs));
        });
    wakeUp.everywhere();
  }

  @Override
  public void enqueueWith(Change change, Job job) throws SQLException {
    transactions.run(
        () -> {
          session().doWork(change::make);
          promise(job);
          session().doWork(connection -> keep(connection, List.of(job)));
        });
    wakeUp.everywhere();
  }

  private Session session() {
    return transactions.entityManager().unwrap(Session.class);
  }

  private void promise(Job job) {
    messages.add(
        new OutboxMessage(
            MessageKind.CREATE_LINK,
            subject(job),
            HeronBridgeOutbox.INTEGRATION,
            Clock.systemUTC().instant()));
  }

  private static void keep(Connection connection, List<Job> jobs) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(SUBJECT)) {
      for (Job job : jobs) {
        insert.setObject(1, subject(job));
        insert.setString(2, job.text());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static UUID subject(Job job) {
    return JobMessages.subject(job.number());
  }

  @Override
  public void close() {
    engine.stop(GOODBYE);
    transactions.close();
  }
}
