package io.heronbridge.integration.story;

import io.heronbridge.persistence.audit.AuditEntry;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * What people did about an item, its link and its end user, as far as no event tells it already.
 */
final class ActionSource extends Source {
  private static final List<String> TOLD_BY_EVENTS =
      List.of("item.connect", "item.adopt", "item.repair", "item.remove", "link_session.create");
  private final EntityManager entityManager;

  ActionSource(EntityManager entityManager) {
    super(3, new Order("a.at", "a.id", Long::valueOf));
    this.entityManager = entityManager;
  }

  @Override
  List<Line> after(Place place, Subject subject, int limit) {
    return query(
            entityManager,
            "select a, a.id from AuditEntry a"
                + " where a.subject in :subjects and a.action not in :events",
            place)
        .setParameter("subjects", subject.inAudit())
        .setParameter("events", TOLD_BY_EVENTS)
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> line((AuditEntry) row[0], row[1]))
        .toList();
  }

  private Line line(AuditEntry action, Object id) {
    return line(entry(action), id, action.subject());
  }

  private static StoryEntry entry(AuditEntry entry) {
    return new StoryEntry(
        entry.at(),
        "action",
        entry.action(),
        StoryEntry.Words.plain(title(entry.action()), entry.detail()),
        Optional.of(entry.actor()),
        StoryEntry.Refs.NONE);
  }

  private static String title(String action) {
    String words = action.replace('.', ' ').replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
