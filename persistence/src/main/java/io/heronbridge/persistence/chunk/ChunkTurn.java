package io.heronbridge.persistence.chunk;

import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * The right to work off the next chunk of one job: its row, locked until the transaction ends. A
 * node that dies gives the lock back with its connection; should its whole machine vanish, the
 * database does so after 30 seconds.
 */
public final class ChunkTurn {
  private static final String PATIENCE = "SET LOCAL idle_in_transaction_session_timeout = '30s'";

  private static final String TAKE =
      "SELECT 1 FROM %s WHERE id = :id AND status = 'RUNNING' FOR UPDATE SKIP LOCKED";

  private ChunkTurn() {}

  /**
   * Tells whether the job runs and no other node is at work on it; never waits.
   *
   * @param table of the jobs, with the columns id and status
   */
  public static boolean take(EntityManager entityManager, String table, UUID id) {
    entityManager.createNativeQuery(PATIENCE).executeUpdate();
    return !entityManager
        .createNativeQuery(TAKE.formatted(table))
        .setParameter("id", id)
        .getResultList()
        .isEmpty();
  }
}
