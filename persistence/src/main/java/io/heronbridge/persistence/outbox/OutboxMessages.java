package io.heronbridge.persistence.outbox;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All messages of the outbox and their attempts, in the caller's transaction. */
public final class OutboxMessages {
  private static final String LEAVE =
      """
      WITH gone AS (
        DELETE FROM outbox_message
         WHERE id = ANY (CAST(string_to_array(:ids, ',') AS uuid[])) RETURNING *)
      INSERT INTO finished_message (id, kind, subject, integration, state, claim_number, attempts,
                                    uncertain, lane, expires_at, created_at, finished_at)
      SELECT gone.id, kind, subject, integration, e.state, e.claim_number, e.attempts,
             e.uncertain, lane, expires_at, created_at, now()
        FROM gone
        JOIN unnest(CAST(string_to_array(:ids, ',') AS uuid[]), string_to_array(:states, ','),
                    CAST(string_to_array(:claims, ',') AS integer[]),
                    CAST(string_to_array(:attempts, ',') AS integer[]),
                    CAST(string_to_array(:uncertain, ',') AS boolean[]))
             AS e (id, state, claim_number, attempts, uncertain) ON e.id = gone.id\
      """;

  private static final String FORGET_MESSAGES =
      """
      DELETE FROM finished_message WHERE id IN (
        SELECT id FROM finished_message
         WHERE finished_at < :time AND state <> 'DEAD' LIMIT :most FOR UPDATE SKIP LOCKED)\
      """;

  private static final String FORGET_ATTEMPTS =
      """
      DELETE FROM attempt WHERE id IN (
        SELECT id FROM attempt a
         WHERE started_at < :time
           AND NOT EXISTS (SELECT 1 FROM outbox_message m WHERE m.id = a.message)
           AND NOT EXISTS (
                 SELECT 1 FROM finished_message m WHERE m.id = a.message AND m.state = 'DEAD')
         LIMIT :most FOR UPDATE OF a SKIP LOCKED)\
      """;

  private final EntityManager entityManager;

  public OutboxMessages(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public void add(OutboxMessage message) {
    entityManager.persist(message);
  }

  public void add(Attempt attempt) {
    entityManager.persist(attempt);
  }

  /**
   * Finished messages leave; nobody needs to pass them any more to find what is to be done. One
   * statement for all of them, since this is what happens most often of all.
   */
  public void leave(Collection<OutboxMessage> finished) {
    if (finished.isEmpty()) {
      return;
    }
    Query leave =
        entityManager
            .createNativeQuery(LEAVE)
            .setParameter("ids", joined(finished, OutboxMessage::id))
            .setParameter("states", joined(finished, OutboxMessage::state))
            .setParameter("claims", joined(finished, OutboxMessage::claimNumber))
            .setParameter("attempts", joined(finished, OutboxMessage::attempts))
            .setParameter("uncertain", joined(finished, OutboxMessage::isUncertain));
    // Their rows are not worth an update before they go.
    finished.forEach(entityManager::detach);
    leave.executeUpdate();
  }

  private static String joined(
      Collection<OutboxMessage> messages, Function<OutboxMessage, Object> what) {
    return messages.stream().map(what).map(String::valueOf).collect(Collectors.joining(","));
  }

  /**
   * A finished message comes back, to be delivered once more.
   *
   * @param traceparent the request that asks for it
   */
  public OutboxMessage bringBack(
      FinishedMessage finished, Comeback why, Instant now, Optional<String> traceparent) {
    OutboxMessage message = new OutboxMessage(finished, why, now);
    traceparent.ifPresent(message::causedBy);
    entityManager.remove(finished);
    entityManager.persist(message);
    return message;
  }

  /** Those of the messages that are still here, locked until the transaction ends. */
  public List<OutboxMessage> findForChange(Collection<UUID> ids) {
    return entityManager
        .createQuery(
            "select m from OutboxMessage m where m.id in :ids order by m.id", OutboxMessage.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** The message about a subject that is still to be delivered, to look at. */
  public Optional<OutboxMessage> stillAbout(MessageKind kind, UUID subject) {
    return entityManager
        .createQuery(
            "select m from OutboxMessage m where m.kind = :kind and m.subject = :subject",
            OutboxMessage.class)
        .setParameter("kind", kind)
        .setParameter("subject", subject)
        .getResultStream()
        .findFirst();
  }

  /**
   * An integration's waiting messages of a kind are due now. Those that somebody works on are
   * passed over, so that whoever holds others already may call it.
   */
  public void hurry(MessageKind kind, UUID integration) {
    entityManager
        .createNativeQuery(
            """
            UPDATE outbox_message SET due_at = now(), waiting_for = NULL WHERE id IN (
              SELECT id FROM outbox_message
               WHERE integration = :integration AND kind = :kind AND priority = :priority
                 AND state = 'PENDING' AND due_at > now()
               FOR UPDATE SKIP LOCKED)\
            """)
        .setParameter("integration", integration)
        .setParameter("kind", kind.name())
        .setParameter("priority", Priority.of(kind).ordinal())
        .executeUpdate();
  }

  /** Whether another message's first attempt comes first. */
  public boolean isBehindInItsLane(OutboxMessage message) {
    return !entityManager
        .createNativeQuery(
            """
            SELECT 1 FROM outbox_message m
             WHERE m.id = :id AND m.attempts = 0 AND EXISTS (
               SELECT 1 FROM outbox_message earlier
                WHERE earlier.lane = m.lane AND earlier.sequence < m.sequence
                  AND earlier.attempts = 0)\
            """)
        .setParameter("id", message.id())
        .getResultList()
        .isEmpty();
  }

  /**
   * Deletes what is finished for so long that nobody asks for it, and attempts of that age; dead
   * messages stay until somebody resends or cancels them.
   *
   * @return how many rows
   */
  public int forgetBefore(Instant time, int most) {
    return entityManager
            .createNativeQuery(FORGET_MESSAGES)
            .setParameter("time", time)
            .setParameter("most", most)
            .executeUpdate()
        + entityManager
            .createNativeQuery(FORGET_ATTEMPTS)
            .setParameter("time", time)
            .setParameter("most", most)
            .executeUpdate();
  }

  /** The message about a subject that is still to be delivered, locked. */
  public Optional<OutboxMessage> about(MessageKind kind, UUID subject) {
    return about(kind, List.of(subject)).stream().findFirst();
  }

  /**
   * The messages about many subjects that are still to be delivered, locked in the order in which
   * everybody locks them.
   */
  public List<OutboxMessage> about(MessageKind kind, Collection<UUID> subjects) {
    return aboutIn(OutboxMessage.class, kind, subjects);
  }

  /** The messages about many subjects that have left, locked likewise. */
  public List<FinishedMessage> finishedAbout(MessageKind kind, Collection<UUID> subjects) {
    return aboutIn(FinishedMessage.class, kind, subjects);
  }

  private <T> List<T> aboutIn(Class<T> type, MessageKind kind, Collection<UUID> subjects) {
    return entityManager
        .createQuery(
            "select m from "
                + type.getSimpleName()
                + " m where m.kind = :kind and m.subject in :subjects order by m.id",
            type)
        .setParameter("kind", kind)
        .setParameter("subjects", subjects)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Messages of a lane that still wait, in no particular order; locked. */
  public List<OutboxMessage> waitingIn(String lane) {
    return entityManager
        .createQuery(
            "select m from OutboxMessage m where m.lane = :lane and m.state = :pending order by"
                + " m.id",
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
}
