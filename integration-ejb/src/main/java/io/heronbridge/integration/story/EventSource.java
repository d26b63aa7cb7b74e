package io.heronbridge.integration.story;

import io.heronbridge.integration.item.HeronWords;
import io.heronbridge.persistence.item.ItemEvent;
import io.heronbridge.persistence.item.ItemEventKind;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was said of the item, and what was done to it. */
final class EventSource extends Source {
  private static final String WEBHOOK = "webhook:";
  private final EntityManager entityManager;

  EventSource(EntityManager entityManager) {
    super(0, new Order("e.toldAt", "e.id", Long::valueOf));
    this.entityManager = entityManager;
  }

  @Override
  List<Line> after(Place place, Subject subject, int limit) {
    return query(entityManager, "select e, e.id from ItemEvent e where e.item in :items", place)
        .setParameter("items", subject.items())
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> line((ItemEvent) row[0], row[1]))
        .toList();
  }

  private Line line(ItemEvent event, Object id) {
    return line(entry(event), id, event.item());
  }

  private static StoryEntry entry(ItemEvent event) {
    boolean byWebhook = event.source().startsWith(WEBHOOK);
    return new StoryEntry(
        event.toldAt(),
        "event",
        event.kind().name().toLowerCase(Locale.ROOT),
        words(event),
        byWebhook ? Optional.of("plaid") : Optional.of(event.source()),
        byWebhook ? webhook(event.source()) : StoryEntry.Refs.NONE);
  }

  private static StoryEntry.Refs webhook(String source) {
    return StoryEntry.Refs.to(UUID.fromString(source.substring(WEBHOOK.length())));
  }

  private static StoryEntry.Words words(ItemEvent event) {
    EventWords words = EventWords.of(event.kind());
    Optional<String> deadline = event.deadline().map(at -> "by " + at);
    String detail =
        Stream.of(event.code(), event.message(), deadline)
            .map(part -> part.orElse(null))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    boolean ofHeron = event.kind() == ItemEventKind.HERON_STATUS && event.code().isPresent();
    Optional<HeronWords> heron = ofHeron ? event.code().map(HeronWords::on) : Optional.empty();
    return new StoryEntry.Words(
        words.title(),
        heron
            .map(word -> word.well() ? EventWords.Tone.GOOD : EventWords.Tone.BAD)
            .orElse(words.tone())
            .name()
            .toLowerCase(Locale.ROOT),
        Optional.of(detail).filter(text -> !text.isEmpty()),
        Optional.of(heron.map(HeronWords::meaning).orElse(words.meaning())),
        heron.map(HeronWords::advice).orElse(words.advice()));
  }
}
