package io.heronbridge.integration.reading;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronClient;
import io.heronbridge.integration.heron.HeronLinks;
import io.heronbridge.integration.heron.HeronPermits;
import io.heronbridge.integration.outbox.Pace;
import io.heronbridge.integration.reading.HeronSaid.Listed;
import io.heronbridge.integration.reading.HeronSaid.NotAsked;
import io.heronbridge.integration.reading.HeronSaid.Nothing;
import io.heronbridge.integration.reading.ReadingGroup.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the links of one end user: the items at Plaid, then all links at Heron in one call. */
@ApplicationScoped
class Reader {
  private static final System.Logger LOG = System.getLogger(Reader.class.getName());
  private static final int NOT_FOUND = 404;

  @Inject ReadingRecords records;
  @Inject PlaidReader plaid;
  @Inject HeronClient heron;
  @Inject HeronPermits permits;
  @Inject Pace pace;
  @Inject Clock clock;

  void read(ReadingGroup group) {
    Map<Subject, Optional<Duration>> plaidAgain = new LinkedHashMap<>();
    for (Subject subject : group.subjects()) {
      plaidAgain.put(
          subject,
          subject
              .accessToken()
              .flatMap(token -> plaid.read(group.sides().plaid(), subject.itemId(), token)));
    }
    HeronSaid said = group.isForHeron() ? askHeron(group) : new NotAsked();
    plaidAgain.forEach((subject, again) -> records.record(subject, said, again));
    if (said instanceof Listed listed) {
      records.recordUnknown(group.owner(), listed);
    }
    LOG.log(
        INFO,
        () ->
            "read end_user=%s integration=%s links=%d heron=%s"
                .formatted(
                    group.endUserId(),
                    group.owner().integration(),
                    group.subjects().size(),
                    said.getClass().getSimpleName()));
  }

  private HeronSaid askHeron(ReadingGroup group) {
    Optional<Duration> wait = permits.takeSpare(group.sides().heron().budget());
    if (wait.isPresent()) {
      return new Nothing(wait.get());
    }
    Instant askedAt = clock.instant();
    HeronAnswer answer = heron.linksOf(group.sides().heron(), group.endUserId()).join();
    return answer instanceof Answered answered
        ? judge(group, answered, askedAt)
        : new Nothing(ReadingSchedule.TROUBLE);
  }

  private HeronSaid judge(ReadingGroup group, Answered answer, Instant askedAt) {
    if (answer.isSuccess()) {
      return HeronLinks.all(answer.body())
          .<HeronSaid>map(links -> new Listed(links, askedAt))
          .orElse(new Nothing(ReadingSchedule.TROUBLE));
    }
    return switch (answer.status()) {
      case 401, 403 -> {
        records.pause(group, answer.status());
        yield new Nothing(ReadingSchedule.TROUBLE);
      }
      // Heron does not know the end user, so it has none of their links. A proxy's page says
      // nothing.
      case NOT_FOUND ->
          HeronLinks.isJson(answer.body())
              ? new Listed(Map.of(), askedAt)
              : new Nothing(ReadingSchedule.TROUBLE);
      case 429 -> keepStill(group, HeronPermits.pause(answer.retryAfter()));
      default -> new Nothing(ReadingSchedule.TROUBLE);
    };
  }

  private HeronSaid keepStill(ReadingGroup group, Duration time) {
    permits.block(group.sides().heron().budget(), time);
    pace.waitUntil(group.owner().integration(), clock.instant().plus(time));
    return new Nothing(time);
  }
}
