package io.heronbridge.benchmarks.ours;

import io.heronbridge.benchmarks.contender.Job;
import io.heronbridge.benchmarks.contender.JobHandler;
import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.Delivery.Call;
import io.heronbridge.integration.outbox.MessageHandler;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/** Does the benchmark's jobs as the application does its own: read, call, tell what to record. */
final class JobMessages implements MessageHandler {
  private static final String READ = "SELECT payload FROM benchmark_job WHERE id = ?";
  private static final int DONE = 200;

  private final DataSource database;
  private final JobHandler handler;
  private final boolean reads;

  JobMessages(DataSource database, JobHandler handler, boolean reads) {
    this.database = database;
    this.handler = handler;
    this.reads = reads;
  }

  /** The row that a job's message is about; scattered, as real ids are. */
  static UUID subject(int number) {
    return new UUID(number * 0x9E3779B97F4A7C15L, number);
  }

  @Override
  public MessageKind kind() {
    return MessageKind.CREATE_LINK;
  }

  @Override
  public CompletableFuture<Delivery> deliver(Lease lease) {
    Job job =
        reads ? read(lease.subject()) : new Job((int) lease.subject().getLeastSignificantBits());
    return handler.begin(job).thenApply(done -> delivered());
  }

  private Job read(UUID subject) {
    try (Connection connection = database.getConnection();
        PreparedStatement read = connection.prepareStatement(READ)) {
      read.setObject(1, subject);
      try (ResultSet row = read.executeQuery()) {
        row.next();
        return Job.of(row.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the job cannot be read", e);
    }
  }

  private static Delivery delivered() {
    return Delivery.ofCall(
        new Call(AttemptOutcome.DELIVERED, DONE, "Done.", true),
        (message, now) -> {
          message.complete();
          return "Done.";
        });
  }

  @Override
  public Delivery giveUp(Lease lease, String reason) {
    return Delivery.withoutCall(
        (message, now) -> {
          message.bury();
          return reason;
        });
  }
}
