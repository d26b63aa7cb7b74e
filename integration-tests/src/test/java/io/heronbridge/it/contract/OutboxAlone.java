package io.heronbridge.it.contract;

import io.heronbridge.integration.heron.HeronLimits;
import io.heronbridge.integration.heron.HeronPermits;
import io.heronbridge.integration.metrics.BridgeMetrics;
import io.heronbridge.integration.outbox.Finished;
import io.heronbridge.integration.outbox.HeronHealth;
import io.heronbridge.integration.outbox.NodeId;
import io.heronbridge.integration.outbox.OutboxLedger;
import io.heronbridge.integration.outbox.OutboxLedger.Books;
import io.heronbridge.integration.settings.RetrySchedule;
import io.heronbridge.persistence.integration.HeronBreakers;
import io.heronbridge.persistence.integration.HeronBudgets;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.OutboxMessage;
import io.heronbridge.persistence.outbox.OutboxMessages;
import io.heronbridge.persistence.outbox.OutboxQueues;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The outbox of one node without a server: each step is a transaction of its own. */
final class OutboxAlone implements AutoCloseable {
  private static final RetrySchedule SCHEDULE = RetrySchedule.parse("PT1S");

  private final DataSource dataSource;
  private final EntityManagerFactory factory;
  private final NodeId node = new NodeId();

  OutboxAlone(DataSource dataSource) {
    this.dataSource = dataSource;
    this.factory =
        Persistence.createEntityManagerFactory(
            "outbox-alone", Map.of("jakarta.persistence.nonJtaDataSource", dataSource));
  }

  /** Records an outcome as the dispatcher does. */
  void record(Finished finished) {
    inTransaction(
        messages -> {
          try {
            ledger(messages).record(List.of(finished));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Cancels the open message about a subject, as when its item is removed. */
  void cancel(UUID subject) {
    inTransaction(
        messages -> {
          List<OutboxMessage> open = messages.about(MessageKind.CREATE_LINK, List.of(subject));
          open.forEach(OutboxMessage::cancel);
          messages.leave(open);
        });
  }

  private OutboxLedger ledger(OutboxMessages messages) {
    HeronBreakers breakers = new HeronBreakers(dataSource);
    Books books =
        new Books(
            new OutboxQueues(dataSource),
            messages,
            breakers,
            new HeronHealth(breakers, SCHEDULE),
            new HeronPermits(new HeronBudgets(dataSource), new HeronLimits()),
            new BridgeMetrics());
    return new OutboxLedger(books, node, Clock.systemUTC());
  }

  private void inTransaction(Consumer<OutboxMessages> step) {
    EntityManager own = factory.createEntityManager();
    try {
      own.getTransaction().begin();
      step.accept(new OutboxMessages(own));
      own.getTransaction().commit();
    } finally {
      if (own.getTransaction().isActive()) {
        own.getTransaction().rollback();
      }
      own.close();
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
