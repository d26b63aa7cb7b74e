package io.heronbridge.integration.story;

import io.heronbridge.persistence.webhook.WebhookStatus;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Plaid's webhooks about the item and their way to Heron; bodies are not read. */
final class WebhookSource extends Source {
  private final EntityManager entityManager;

  WebhookSource(EntityManager entityManager) {
    super(2, new Order("w.receivedAt", "w.id", UUID::fromString));
    this.entityManager = entityManager;
  }

  @Override
  List<Line> after(Place place, Subject subject, int limit) {
    return query(
            entityManager,
            "select w.id, w.receivedAt, w.facts.type, w.facts.code, w.status, w.reason,"
                + " w.facts.itemId"
                + " from ReceivedWebhook w"
                + " where w.facts.itemId in :items and w.integration in :integrations",
            place)
        .setParameter("items", subject.itemIds())
        .setParameter("integrations", subject.integrations())
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> line(entry(row), row[0], row[6]))
        .toList();
  }

  private static StoryEntry entry(Object[] row) {
    String type = row[2] == null ? "" : row[2] + " ";
    String code = row[3] == null ? "unnamed" : (String) row[3];
    WebhookStatus status = (WebhookStatus) row[4];
    return new StoryEntry(
        (Instant) row[1],
        "webhook",
        code.toLowerCase(Locale.ROOT),
        new StoryEntry.Words(
            "Webhook " + type + code,
            tone(status),
            Optional.ofNullable((String) row[5]),
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        new StoryEntry.Refs(
            Optional.of((UUID) row[0]),
            Optional.of(status.name().toLowerCase(Locale.ROOT)),
            Optional.empty()));
  }

  private static String tone(WebhookStatus status) {
    return switch (status) {
      case DELIVERED, REFRESHED -> "good";
      case FAILED -> "bad";
      default -> "plain";
    };
  }
}
