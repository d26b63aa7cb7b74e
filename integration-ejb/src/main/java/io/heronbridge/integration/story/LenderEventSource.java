package io.heronbridge.integration.story;

import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.lenderevent.LenderEventStatus;
import io.heronbridge.persistence.lenderevent.LenderEventType;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the lender's backend is told of the item; the attempts stand with each event. */
final class LenderEventSource extends Source {
  private static final int NUMBER = 7;

  private final EntityManager entityManager;

  LenderEventSource(EntityManager entityManager) {
    super(NUMBER, new Order("e.createdAt", "e.id", UUID::fromString));
    this.entityManager = entityManager;
  }

  @Override
  List<Line> after(Place place, Subject subject, int limit) {
    return query(
            entityManager,
            "select e.id, e.createdAt, e.type, e.status, e.itemId from LenderEvent e"
                + " where e.itemId in :items and e.integration in :integrations",
            place)
        .setParameter("items", subject.itemIds())
        .setParameter("integrations", subject.integrations())
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> line(entry(row), row[0], row[4]))
        .toList();
  }

  private static StoryEntry entry(Object[] row) {
    LenderEventType type = (LenderEventType) row[2];
    LenderEventStatus status = (LenderEventStatus) row[3];
    return new StoryEntry(
        (Instant) row[1],
        "lender_event",
        type.word(),
        new StoryEntry.Words(
            "Your backend told: " + type.word(),
            tone(status),
            Optional.of(Words.of(status)),
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        StoryEntry.Refs.toEvent((UUID) row[0]));
  }

  private static String tone(LenderEventStatus status) {
    return switch (status) {
      case DELIVERED -> "good";
      case FAILED -> "bad";
      default -> "plain";
    };
  }
}
