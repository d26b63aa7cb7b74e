package io.heronbridge.persistence.webhook;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** How Plaid's webhooks were answered, counted by integration and hour. */
public final class WebhookAnswers {
  /** Only the last day is ever asked for. */
  private static final Duration KEPT = Duration.ofDays(7);

  private final EntityManager entityManager;

  public WebhookAnswers(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * @param hour its beginning
   * @param accepted whether Plaid was answered 2xx
   */
  public void add(UUID integration, Instant hour, boolean accepted, long count) {
    entityManager
        .createNativeQuery(
            """
            INSERT INTO webhook_answer AS w (hour, integration, accepted, rejected)
            VALUES (:hour, :integration, :accepted, :rejected)
            ON CONFLICT (hour, integration)
            DO UPDATE SET accepted = w.accepted + excluded.accepted,
                          rejected = w.rejected + excluded.rejected""")
        .setParameter("hour", hour)
        .setParameter("integration", integration)
        .setParameter("accepted", accepted ? count : 0)
        .setParameter("rejected", accepted ? 0 : count)
        .executeUpdate();
    entityManager
        .createNativeQuery("DELETE FROM webhook_answer WHERE hour < :before")
        .setParameter("before", hour.minus(KEPT))
        .executeUpdate();
  }
}
