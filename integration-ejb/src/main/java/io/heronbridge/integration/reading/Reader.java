package io.heronbridge.integration.reading;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.reading.HeronSaid.Listed;
import io.heronbridge.integration.reading.HeronSaid.NotAsked;
import io.heronbridge.integration.reading.ReadingGroup.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the links of one end user: the items at Plaid, then all links at Heron together. */
@ApplicationScoped
class Reader {
  private static final System.Logger LOG = System.getLogger(Reader.class.getName());

  @Inject ReadingRecords records;
  @Inject PlaidReader plaid;
  @Inject HeronReader heron;
  @Inject Clock clock;

  void read(ReadingGroup group) {
    if (!group.mayAsk(clock.instant())) {
      // It waited for a thread so long that the links are about to be anyone's again.
      return;
    }
    Map<Subject, Optional<Duration>> plaidAgain = new LinkedHashMap<>();
    for (Subject subject : group.subjects()) {
      plaidAgain.put(subject, askPlaid(group, subject));
    }
    HeronSaid said = group.isForHeron() ? heron.read(group) : new NotAsked();
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

  /** Empty when Plaid has told, or need not be asked; otherwise when to ask it again. */
  private Optional<Duration> askPlaid(ReadingGroup group, Subject subject) {
    return subject
        .accessToken()
        .flatMap(
            token ->
                group.mayAsk(clock.instant())
                    ? plaid.read(group.sides().plaid(), subject.itemId(), token)
                    : Optional.of(ReadingSchedule.TROUBLE));
  }
}
