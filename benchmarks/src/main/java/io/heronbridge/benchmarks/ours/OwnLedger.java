package io.heronbridge.benchmarks.ours;

import io.heronbridge.integration.outbox.Finished;
import io.heronbridge.integration.outbox.NodeId;
import io.heronbridge.integration.outbox.OutboxLedger;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** The application's ledger, recording in transactions of ours. */
final class OwnLedger extends OutboxLedger {
  private final LocalTransactions transactions;

  OwnLedger(Books books, Clock clock, LocalTransactions transactions) {
    super(books, new NodeId(), clock);
    this.transactions = transactions;
  }

  @Override
  public void record(List<Finished> batch) throws SQLException {
    transactions.run(() -> super.record(batch));
  }
}
