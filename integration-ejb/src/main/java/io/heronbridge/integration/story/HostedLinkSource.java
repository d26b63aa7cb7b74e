package io.heronbridge.integration.story;

import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.session.LinkSession;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The hosted links of the end user, or those through which the item was connected. */
final class HostedLinkSource extends Source {
  private final EntityManager entityManager;
  private final Step step;

  /** What happens to a hosted link before a bank is connected through it. */
  enum Step {
    MADE(5, "s.createdAt", "A hosted link was made", LinkSession::createdAt),
    OPENED(
        6,
        "s.openedAt",
        "The end user opened the hosted link",
        session -> session.openedAt().orElseThrow());

    private final int number;
    private final String at;
    private final String title;
    private final Function<LinkSession, Instant> time;

    Step(int number, String at, String title, Function<LinkSession, Instant> time) {
      this.number = number;
      this.at = at;
      this.title = title;
      this.time = time;
    }
  }

  HostedLinkSource(EntityManager entityManager, Step step) {
    super(step.number, new Order(step.at, "s.id", UUID::fromString));
    this.entityManager = entityManager;
    this.step = step;
  }

  @Override
  List<Line> after(Place place, Subject subject, int limit) {
    return query(
            entityManager,
            "select s, s.id from LinkSession s where "
                + step.at
                + " is not null and "
                + (subject.endUser().isPresent()
                    ? "s.endUser = :owner"
                    : "s.id in (select c.linkSession from PublicTokenClaim c where c.item = :owner)"),
            place)
        .setParameter("owner", subject.owner())
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> line(entry((LinkSession) row[0]), row[1], null))
        .toList();
  }

  private StoryEntry entry(LinkSession session) {
    return new StoryEntry(
        step.time.apply(session),
        "hosted_link",
        Words.of(step),
        StoryEntry.Words.plain(step.title, Optional.of("link session " + session.id())),
        Optional.empty(),
        StoryEntry.Refs.NONE);
  }
}
