package io.heronbridge.integration.reading;

import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronClient;
import io.heronbridge.integration.heron.HeronLinks;
import io.heronbridge.integration.heron.HeronPermits;
import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.reading.HeronSaid.Listed;
import io.heronbridge.integration.reading.HeronSaid.Nothing;
import io.heronbridge.integration.reading.HeronSaid.Untold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Asks Heron for all links of one end user, and judges what may be believed. */
@ApplicationScoped
class HeronReader {
  /** The two lists, and the key. */
  static final int MOST_CALLS = 3;

  @Inject HeronClient heron;
  @Inject HeronPermits permits;
  @Inject ReadingRecords records;
  @Inject Clock clock;

  HeronSaid read(ReadingGroup group) {
    Optional<Duration> wait = permits.takeSpare(group.sides().heron().budget());
    if (wait.isPresent()) {
      return new Nothing(wait.get());
    }
    Instant askedAt = clock.instant();
    HeronAnswer answer = heron.linksAnywhere(group.sides().heron(), group.endUserId()).join();
    return answer instanceof Answered answered && answered.isUnknownThere()
        ? goOn(
            group,
            target -> heron.linksInIntegration(target, group.endUserId()),
            other -> judge(group, other, askedAt))
        : judge(group, answer, askedAt);
  }

  /** One more call, which takes a permit of its own. */
  private HeronSaid goOn(
      ReadingGroup group,
      Function<HeronTarget, CompletableFuture<HeronAnswer>> call,
      Function<HeronAnswer, HeronSaid> judgement) {
    HeronTarget target = group.sides().heron();
    return permits
        .takeInAdvance(target.budget())
        .<HeronSaid>map(Nothing::new)
        .orElseGet(() -> judgement.apply(call.apply(target).join()));
  }

  private HeronSaid judge(ReadingGroup group, HeronAnswer said, Instant askedAt) {
    if (!(said instanceof Answered answer)) {
      return new Nothing(ReadingSchedule.TROUBLE);
    }
    if (answer.isSuccess()) {
      return HeronLinks.all(answer.body())
          .<HeronSaid>map(links -> new Listed(links, askedAt))
          .orElse(new Nothing(ReadingSchedule.TROUBLE));
    }
    return switch (answer.status()) {
      case 401 -> goOn(group, heron::authenticate, tried -> judgeKey(group, tried));
      // Heron does not know the end user, so it has none of their links. Another's page says
      // nothing.
      case 404 ->
          HeronLinks.isNotFound(answer.body()) ? new Listed(Map.of(), askedAt) : new Untold();
      case 403, 405, 501 -> new Untold();
      case 429 -> keepStill(group, HeronPermits.pause(answer.retryAfter()));
      default -> new Nothing(ReadingSchedule.TROUBLE);
    };
  }

  /** A key that is good for everything else only lacks the right to the list. */
  private HeronSaid judgeKey(ReadingGroup group, HeronAnswer tried) {
    if (tried instanceof Answered answer && answer.isSuccess()) {
      return new Untold();
    }
    if (tried instanceof Answered answer && (answer.status() == 401 || answer.status() == 403)) {
      records.pause(group, answer.status());
    }
    return new Nothing(ReadingSchedule.TROUBLE);
  }

  private HeronSaid keepStill(ReadingGroup group, Duration time) {
    permits.block(group.sides().heron().budget(), time);
    return new Nothing(time);
  }
}
