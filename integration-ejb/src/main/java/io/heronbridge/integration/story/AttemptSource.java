package io.heronbridge.integration.story;

import io.heronbridge.integration.item.AttemptView;
import io.heronbridge.integration.item.Views;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.outbox.Attempt;
import io.heronbridge.persistence.outbox.MessageKind;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The calls made for the item and its link; those for its webhooks stand with the webhooks. */
final class AttemptSource extends Source {
  private final EntityManager entityManager;

  AttemptSource(EntityManager entityManager) {
    super(1, new Order("a.startedAt", "a.id", UUID::fromString));
    this.entityManager = entityManager;
  }

  @Override
  List<Line> after(Place place, Subject subject, int limit) {
    return query(entityManager, "select a, a.id from Attempt a where a.subject in :subjects", place)
        .setParameter("subjects", subject.itemsAndLinks())
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> line((Attempt) row[0], row[1]))
        .toList();
  }

  private Line line(Attempt attempt, Object id) {
    return line(entry(attempt), id, attempt.subject());
  }

  private static StoryEntry entry(Attempt attempt) {
    MessageKind kind = attempt.kind();
    AttemptView view = Views.of(attempt);
    return new StoryEntry(
        attempt.startedAt(),
        "attempt",
        Words.of(kind),
        new StoryEntry.Words(
            title(kind) + ", attempt " + attempt.number(),
            tone(view.outcome()),
            attempt.detail(),
            attempt.nextStep().filter(next -> !next.isBlank()),
            Optional.empty()),
        Optional.empty(),
        new StoryEntry.Refs(Optional.empty(), Optional.empty(), Optional.of(view)));
  }

  private static String title(MessageKind kind) {
    return switch (kind) {
      case CREATE_LINK -> "Sent to Heron";
      case REFRESH_LINK -> "Heron asked to refresh";
      case REMOVE_ITEM -> "Plaid asked to disconnect";
      case DISABLE_LINKS -> "Heron asked to stop";
      case MOVE_WEBHOOK -> "Plaid asked to send its webhooks here";
      case RELAY_WEBHOOK -> "Passed on to Heron";
      case TELL_LENDER -> "The lender's backend told";
    };
  }

  private static String tone(String outcome) {
    return switch (outcome) {
      case "delivered", "confirmed" -> "good";
      default -> "bad";
    };
  }
}
