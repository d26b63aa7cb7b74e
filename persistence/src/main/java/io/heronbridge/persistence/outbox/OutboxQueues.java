package io.heronbridge.persistence.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The outbox's queues, and the leases on their messages. Every instant it compares with is the
 * database's own clock.
 */
public final class OutboxQueues {
  /**
   * The first message of every queue. The index is skipped through from queue to queue, so that the
   * cost is that of the queues, however many messages wait in them.
   */
  private static final String EVERY_HEAD =
      """
      WITH RECURSIVE head AS (
        (SELECT priority, integration, due_at
           FROM outbox_message ORDER BY priority, integration, due_at LIMIT 1)
        UNION ALL
        SELECT next.priority, next.integration, next.due_at
          FROM head CROSS JOIN LATERAL (
            SELECT m.priority, m.integration, m.due_at
              FROM outbox_message m
             WHERE (m.priority, m.integration) > (head.priority, head.integration)
             ORDER BY m.priority, m.integration, m.due_at LIMIT 1) next)
      """;

  private static final String HEADS =
      EVERY_HEAD
          + """
          SELECT h.priority, h.integration,
                 ceil(extract(epoch FROM h.due_at - now()) * 1000)::bigint AS due_in,
                 i.status = 'PAUSED' AS paused,
                 i.heron_link_url, i.heron_key_fingerprint, i.heron_requests_per_minute,
                 coalesce(b.trips, 0) > 0 AS open,
                 ceil(extract(epoch FROM b.probe_at - now()) * 1000)::bigint AS probe_in
            FROM head h
            JOIN integration i ON i.id = h.integration
            LEFT JOIN heron_breaker b ON b.integration = h.integration
           ORDER BY h.priority\
          """;

  /**
   * Due messages of some queues become ours for the length of the lease, as many of each. A message
   * whose lease has run out is simply due again; then its last call may have taken effect, and one
   * more claim was abandoned.
   */
  private static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
        SELECT m.id
          FROM unnest(?::smallint[], ?::uuid[]) AS queue (priority, integration)
         CROSS JOIN LATERAL (
           SELECT m.id
             FROM outbox_message m
            WHERE m.priority = queue.priority
              AND m.integration = queue.integration
              AND m.due_at <= now()
              AND m.kind = ANY (?)
              AND (m.lane IS NULL OR m.attempts > 0 OR NOT EXISTS (
                    SELECT 1 FROM outbox_message earlier
                     WHERE earlier.lane = m.lane
                       AND earlier.sequence < m.sequence
                       AND earlier.attempts = 0))
            ORDER BY m.due_at
            LIMIT ?
              FOR UPDATE OF m SKIP LOCKED) m)
      UPDATE outbox_message m
         SET state = 'LEASED',
             lease_owner = ?,
             claim_number = m.claim_number + 1,
             abandoned = CASE WHEN m.state = 'LEASED' THEN m.abandoned + 1 ELSE m.abandoned END,
             uncertain = m.uncertain OR m.state = 'LEASED',
             due_at = now() + make_interval(secs => ?)
        FROM due
       WHERE m.id = due.id
      RETURNING m.id, m.kind, m.subject, m.integration, m.priority, m.claim_number, m.attempts,
                m.abandoned, m.uncertain, m.expires_at, m.sequence,
                m.traceparent\
      """;

  /** Locked in the order in which everybody locks them. */
  private static final String RENEW =
      """
      WITH ours AS MATERIALIZED (
        SELECT id FROM outbox_message
         WHERE state = 'LEASED' AND lease_owner = ? AND id = ANY (?)
         ORDER BY id FOR UPDATE)
      UPDATE outbox_message m
         SET due_at = now() + make_interval(secs => ?)
        FROM ours WHERE m.id = ours.id
      RETURNING m.id\
      """;

  private static final String RELEASE =
      """
      UPDATE outbox_message
         SET state = 'PENDING', due_at = now(), lease_owner = NULL,
             uncertain = uncertain OR id = ANY (?)
       WHERE state = 'LEASED' AND lease_owner = ?\
      """;

  /**
   * A message that is tried again is due later than younger ones, so the first alone is not enough.
   */
  private static final String OLDEST =
      EVERY_HEAD
          + """
          SELECT m.kind, m.subject, m.created_at,
                 CASE WHEN m.state = 'PENDING' AND m.due_at > now() THEN m.due_at END AS next_attempt_at
            FROM head h
           CROSS JOIN LATERAL (
             SELECT m.kind, m.subject, m.created_at, m.state, m.due_at
               FROM outbox_message m
              WHERE m.priority = h.priority AND m.integration = h.integration AND m.kind = ANY (?)
              ORDER BY m.due_at LIMIT ?) m
           ORDER BY m.created_at LIMIT 1\
          """;

  private static final String COUNT =
      """
      SELECT count(*) FROM (
        SELECT 1 FROM outbox_message WHERE priority = ? AND integration = ? LIMIT ?) AS counted\
      """;

  private final DataSource dataSource;

  public OutboxQueues(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Every queue that has messages, by priority. */
  public List<QueueHead> heads() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(HEADS);
        ResultSet row = select.executeQuery()) {
      List<QueueHead> heads = new ArrayList<>();
      while (row.next()) {
        if (row.getInt("priority") < Priority.values().length) {
          heads.add(QueueHead.in(row));
        }
      }
      return heads;
    }
  }

  /**
   * The message that was promised first, among so many of each queue that are due first; empty when
   * nothing waits.
   */
  public Optional<WaitingMessage> oldest(int amongEach) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(OLDEST)) {
      select.setArray(1, kinds(connection));
      select.setInt(2, amongEach);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(waiting(row)) : Optional.empty();
      }
    }
  }

  private static WaitingMessage waiting(ResultSet row) throws SQLException {
    Timestamp next = row.getTimestamp("next_attempt_at");
    return new WaitingMessage(
        MessageKind.valueOf(row.getString("kind")),
        row.getObject("subject", UUID.class),
        row.getTimestamp("created_at").toInstant(),
        Optional.ofNullable(next).map(Timestamp::toInstant));
  }

  /**
   * Leases due messages to a node, in the order they were promised.
   *
   * @param each most messages of one queue
   */
  public List<Lease> claim(String node, List<Queue> queues, int each, Duration lease)
      throws SQLException {
    List<Numbered> claimed = new ArrayList<>();
    Term term = Term.lasting(lease);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      Object[] priorities = queues.stream().map(queue -> queue.priority().ordinal()).toArray();
      Object[] integrations = queues.stream().map(Queue::integration).toArray();
      claim.setArray(1, connection.createArrayOf("smallint", priorities));
      claim.setArray(2, connection.createArrayOf("uuid", integrations));
      claim.setArray(3, kinds(connection));
      claim.setInt(4, each);
      claim.setString(5, node);
      claim.setDouble(6, lease.toMillis() / 1000.0);
      try (ResultSet row = claim.executeQuery()) {
        while (row.next()) {
          claimed.add(new Numbered(row.getLong("sequence"), lease(row, term)));
        }
      }
    }
    return claimed.stream().sorted().map(Numbered::lease).toList();
  }

  /** A newer node may promise work that this one has never heard of: it is left to that node. */
  private static Array kinds(Connection connection) throws SQLException {
    return connection.createArrayOf("text", MessageKind.values());
  }

  private static Lease lease(ResultSet row, Term term) throws SQLException {
    Timestamp expires = row.getTimestamp("expires_at");
    return new Lease(
        row.getObject("id", UUID.class),
        MessageKind.valueOf(row.getString("kind")),
        row.getObject("subject", UUID.class),
        new Queue(
            Priority.values()[row.getInt("priority")], row.getObject("integration", UUID.class)),
        row.getInt("claim_number"),
        row.getInt("attempts"),
        row.getInt("abandoned"),
        row.getBoolean("uncertain"),
        expires == null ? null : expires.toInstant(),
        row.getString("traceparent"),
        new Term(term));
  }

  /**
   * Makes the node's leases on these messages last from now.
   *
   * @return those that it still has
   */
  public Set<UUID> renew(String node, Collection<UUID> messages, Duration lease)
      throws SQLException {
    Set<UUID> ours = new HashSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement renew = connection.prepareStatement(RENEW)) {
      renew.setString(1, node);
      renew.setArray(2, connection.createArrayOf("uuid", messages.toArray()));
      renew.setDouble(3, lease.toMillis() / 1000.0);
      try (ResultSet row = renew.executeQuery()) {
        while (row.next()) {
          ours.add(row.getObject(1, UUID.class));
        }
      }
    }
    return ours;
  }

  /**
   * The node stops: what it still holds may be claimed by others at once.
   *
   * @param begun of which calls were made, or may have been: those are looked at first
   */
  public void release(String node, Collection<UUID> begun) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement release = connection.prepareStatement(RELEASE)) {
      release.setArray(1, connection.createArrayOf("uuid", begun.toArray()));
      release.setString(2, node);
      release.executeUpdate();
    }
  }

  /** How many messages a queue has, counted up to a number. */
  public long count(Queue queue, int most) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setInt(1, queue.priority().ordinal());
      count.setObject(2, queue.integration());
      count.setInt(3, most);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Tells every node that listens on the channel. */
  public void notifyNodes(String channel, String teller) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement tell = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
      tell.setString(1, channel);
      tell.setString(2, teller);
      tell.execute();
    }
  }

  /** The database's clock, to the microsecond; leases and due times are told by it. */
  public Instant now() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement("SELECT clock_timestamp()");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getTimestamp(1).toInstant();
    }
  }

  private record Numbered(long sequence, Lease lease) implements Comparable<Numbered> {
    @Override
    public int compareTo(Numbered other) {
      return Long.compare(sequence, other.sequence);
    }
  }
}
