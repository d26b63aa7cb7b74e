package io.heronbridge.persistence.outbox;

import io.heronbridge.persistence.integration.HeronAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The first message of a queue, and what the queue depends on.
 *
 * @param dueIn until the first message is due; zero or negative when it is
 * @param isPaused whether a person or Heron's refusal holds the integration
 * @param budget what calls with the integration's key draw on
 * @param requestsPerMinute the budget's size, 0 means unlimited
 * @param probeIn until a Heron that fails may be probed; empty while it does not fail
 */
public record QueueHead(
    Queue queue,
    Duration dueIn,
    boolean isPaused,
    String budget,
    int requestsPerMinute,
    Optional<Duration> probeIn) {

  static QueueHead in(ResultSet row) throws SQLException {
    Duration probe = Duration.ofMillis(row.getLong("probe_in"));
    return new QueueHead(
        new Queue(
            Priority.values()[row.getInt("priority")], row.getObject("integration", UUID.class)),
        Duration.ofMillis(row.getLong("due_in")),
        row.getBoolean("paused"),
        HeronAccount.budget(
            row.getString("heron_link_url"), row.getString("heron_key_fingerprint")),
        row.getInt("heron_requests_per_minute"),
        row.getBoolean("open") ? Optional.of(probe) : Optional.empty());
  }
}
