package io.heronbridge.integration.outbox;

import io.heronbridge.persistence.outbox.OutboxQueues;
import io.heronbridge.persistence.outbox.QueueHead;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Looks at the outbox's own health, and tells what to do where it is not well. */
@Stateless
@PermitAll
public class SelfCheck {
  private static final Duration LONG_SNAPSHOT = Duration.ofMinutes(5);
  private static final Duration LONG_UNCLAIMED = Duration.ofSeconds(30);
  private static final Duration LONG_UNDELIVERED = Duration.ofHours(1);
  private static final long MANY_DEAD_ROWS = 20_000;

  /** Snapshots of this database's clients; others than ours show only to who may see them. */
  private static final String SNAPSHOT =
      """
      SELECT coalesce(extract(epoch FROM now() - min(xact_start)), 0)::bigint
        FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL""";

  private static final String DEAD_ROWS =
      "SELECT coalesce(sum(n_dead_tup), 0) FROM pg_stat_user_tables WHERE relname = 'outbox_message'";

  private static final String UNDELIVERED =
      "SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::bigint FROM outbox_message";

  @Inject EntityManager entityManager;
  @Inject OutboxQueues outbox;
  @Inject Holds holds;

  /**
   * One thing looked at.
   *
   * @param name of its metric, too
   * @param value in seconds or rows
   * @param advice what to do when it is not well
   */
  public record Finding(String name, String title, long value, boolean isWell, String advice) {}

  public List<Finding> findings() {
    return List.of(unclaimed(), undelivered(), snapshot(), deadRows());
  }

  /** Whether nodes take what is due; the cost is that of the queues, not of their messages. */
  public Finding unclaimed() {
    long seconds = unclaimedFor().toSeconds();
    return new Finding(
        "bridge.outbox.unclaimed.seconds",
        "Due, held by nothing, and yet not claimed",
        seconds,
        seconds < LONG_UNCLAIMED.toSeconds(),
        "No node takes it. Look for \"claiming paused\" in the nodes' logs, and whether one runs.");
  }

  private Duration unclaimedFor() {
    Duration longest = Duration.ZERO;
    try {
      for (QueueHead head : outbox.heads()) {
        Duration since = head.dueIn().negated();
        if (since.compareTo(longest) > 0 && holds.on(head).isEmpty()) {
          longest = since;
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the queues cannot be read", e);
    }
    return longest;
  }

  private Finding undelivered() {
    long seconds = number(UNDELIVERED);
    return new Finding(
        "bridge.outbox.oldest.seconds",
        "Oldest message not delivered, held and paused ones included",
        seconds,
        seconds < LONG_UNDELIVERED.toSeconds(),
        "See below what its queue waits for.");
  }

  private Finding snapshot() {
    long seconds = number(SNAPSHOT);
    return new Finding(
        "bridge.database.snapshot.seconds",
        "Oldest open snapshot",
        seconds,
        seconds < LONG_SNAPSHOT.toSeconds(),
        "PostgreSQL cannot clean up behind it, and claiming slows down. Find the transaction in"
            + " pg_stat_activity and end it; set idle_in_transaction_session_timeout.");
  }

  private Finding deadRows() {
    long rows = number(DEAD_ROWS);
    return new Finding(
        "bridge.outbox.dead.rows",
        "Dead rows in the outbox's table",
        rows,
        rows < MANY_DEAD_ROWS,
        "Autovacuum does not keep up: look for an old snapshot first, then give it more workers.");
  }

  private long number(String sql) {
    return ((Number) entityManager.createNativeQuery(sql).getSingleResult()).longValue();
  }
}
