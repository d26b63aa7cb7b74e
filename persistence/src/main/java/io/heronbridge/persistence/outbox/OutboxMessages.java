package io.heronbridge.persistence.outbox;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** All messages of the outbox. Every instant it compares with is the database's own clock. */
public final class OutboxMessages {
  /**
   * Due messages become ours for the length of the lease. A message whose lease has run out is
   * simply due again; then its last call may have taken effect, and one more claim was abandoned.
   */
  private static final String CLAIM_DUE =
      """
      WITH due AS MATERIALIZED (
        SELECT m.id
          FROM outbox_message m
         WHERE m.state IN ('PENDING', 'LEASED')
           AND m.due_at <= now()
           AND (m.kind = 'RELAY_WEBHOOK') = ?
           AND m.bulk = ?
           AND (m.kind IN ('REMOVE_ITEM', 'MOVE_WEBHOOK') OR NOT m.integration = ANY (?))
           AND (m.kind IN ('RELAY_WEBHOOK', 'REMOVE_ITEM', 'MOVE_WEBHOOK') OR NOT EXISTS (
                 SELECT 1 FROM integration i WHERE i.id = m.integration AND i.status = 'PAUSED'))
           AND (m.lane IS NULL OR m.attempts > 0 OR NOT EXISTS (
                 SELECT 1 FROM outbox_message earlier
                  WHERE earlier.lane = m.lane
                    AND earlier.sequence < m.sequence
                    AND earlier.attempts = 0
                    AND earlier.state IN ('PENDING', 'LEASED')))
         ORDER BY m.due_at
         LIMIT ?
           FOR UPDATE OF m SKIP LOCKED)
      UPDATE outbox_message m
         SET state = 'LEASED',
             lease_owner = ?,
             claim_number = m.claim_number + 1,
             abandoned = CASE WHEN m.state = 'LEASED' THEN m.abandoned + 1 ELSE m.abandoned END,
             uncertain = m.uncertain OR m.state = 'LEASED',
             due_at = now() + make_interval(secs => ?)
        FROM due
       WHERE m.id = due.id
      RETURNING m.id, m.kind, m.subject, m.integration, m.claim_number, m.attempts, m.abandoned,
                m.uncertain, m.expires_at, m.sequence""";

  private static final String RENEW =
      """
      UPDATE outbox_message
         SET due_at = now() + make_interval(secs => ?)
       WHERE state = 'LEASED' AND lease_owner = ? AND id = ANY (?)""";

  private static final String RELEASE =
      """
      UPDATE outbox_message
         SET state = 'PENDING', due_at = now(), lease_owner = NULL, uncertain = true
       WHERE state = 'LEASED' AND lease_owner = ?""";

  private final EntityManager entityManager;
  private final DataSource dataSource;

  public OutboxMessages(EntityManager entityManager, DataSource dataSource) {
    this.entityManager = entityManager;
    this.dataSource = dataSource;
  }

  public void add(OutboxMessage message) {
    entityManager.persist(message);
  }

  public void add(Attempt attempt) {
    entityManager.persist(attempt);
  }

  /**
   * Which due messages a node wants.
   *
   * @param relays webhooks, whose five minutes run, or everything else
   * @param bulk work that gives way to other work, or other work
   * @param notNow integrations that must not be called just now
   */
  public record Wish(boolean relays, boolean bulk, Collection<UUID> notNow, int limit) {
    /** Work that somebody may be waiting for. */
    public Wish(boolean relays, Collection<UUID> notNow, int limit) {
      this(relays, false, notNow, limit);
    }
  }

  /** Leases due messages to a node, in the order they were promised. */
  public List<Lease> claim(String node, Wish wish, Duration lease) throws SQLException {
    List<Numbered> claimed = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM_DUE)) {
      claim.setBoolean(1, wish.relays());
      claim.setBoolean(2, wish.bulk());
      claim.setArray(3, connection.createArrayOf("uuid", wish.notNow().toArray()));
      claim.setInt(4, wish.limit());
      claim.setString(5, node);
      claim.setDouble(6, lease.toMillis() / 1000.0);
      try (ResultSet row = claim.executeQuery()) {
        while (row.next()) {
          claimed.add(new Numbered(row.getLong("sequence"), leaseIn(row)));
        }
      }
    }
    return claimed.stream().sorted().map(Numbered::lease).toList();
  }

  private static Lease leaseIn(ResultSet row) throws SQLException {
    Timestamp expires = row.getTimestamp("expires_at");
    return new Lease(
        row.getObject("id", UUID.class),
        MessageKind.valueOf(row.getString("kind")),
        row.getObject("subject", UUID.class),
        row.getObject("integration", UUID.class),
        row.getInt("claim_number"),
        row.getInt("attempts"),
        row.getInt("abandoned"),
        row.getBoolean("uncertain"),
        expires == null ? null : expires.toInstant());
  }

  /** Makes the node's leases on these messages last from now. */
  public void renew(String node, Collection<UUID> messages, Duration lease) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement renew = connection.prepareStatement(RENEW)) {
      renew.setDouble(1, lease.toMillis() / 1000.0);
      renew.setString(2, node);
      renew.setArray(3, connection.createArrayOf("uuid", messages.toArray()));
      renew.executeUpdate();
    }
  }

  /**
   * The node stops: what it still holds may be claimed by others at once, and is looked at first.
   */
  public void release(String node) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement release = connection.prepareStatement(RELEASE)) {
      release.setString(1, node);
      release.executeUpdate();
    }
  }

  /** The message, locked against other changes until the transaction ends. */
  public Optional<OutboxMessage> findForChange(UUID id) {
    return Optional.ofNullable(
        entityManager.find(OutboxMessage.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The message about a subject, locked as by {@link #findForChange}. */
  public Optional<OutboxMessage> about(MessageKind kind, UUID subject) {
    return entityManager
        .createQuery(
            "select m from OutboxMessage m where m.kind = :kind and m.subject = :subject",
            OutboxMessage.class)
        .setParameter("kind", kind)
        .setParameter("subject", subject)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The messages about many subjects, locked in the order in which everybody locks them. */
  public List<OutboxMessage> about(MessageKind kind, Collection<UUID> subjects) {
    return entityManager
        .createQuery(
            "select m from OutboxMessage m where m.kind = :kind and m.subject in :subjects"
                + " order by m.id",
            OutboxMessage.class)
        .setParameter("kind", kind)
        .setParameter("subjects", subjects)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Messages of a lane that still wait, in no particular order; locked. */
  public List<OutboxMessage> waitingIn(String lane) {
    return entityManager
        .createQuery(
            "select m from OutboxMessage m where m.lane = :lane and m.state = :pending order by m.id",
            OutboxMessage.class)
        .setParameter("lane", lane)
        .setParameter("pending", MessageState.PENDING)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Every attempt ever made about a subject, oldest first. */
  public List<Attempt> attemptsAbout(UUID subject) {
    return entityManager
        .createQuery(
            "select a from Attempt a where a.subject = :subject order by a.startedAt, a.id",
            Attempt.class)
        .setParameter("subject", subject)
        .getResultList();
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
