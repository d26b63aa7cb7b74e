package io.heronbridge.integration.reading;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.plaid.ItemReading;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.integration.plaid.PlaidException;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.persistence.item.ItemId;
import io.heronbridge.persistence.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Asks Plaid about one item at a time, slowly enough for everybody else's calls. */
@ApplicationScoped
class PlaidReader {
  private static final System.Logger LOG = System.getLogger(PlaidReader.class.getName());

  /** Of the 5,000 a minute that Plaid permits a client, which Heron's calls share. */
  private static final int PER_MINUTE = 600;

  private static final Duration AFTER_LIMIT = Duration.ofMinutes(1);
  private static final Duration AFTER_REFUSED_KEYS = Duration.ofMinutes(10);

  @Inject PlaidClient plaid;
  @Inject PlaidRecords records;
  @Inject Clock clock;

  private final Map<String, MinutePace> paces = new ConcurrentHashMap<>();

  /** Empty when Plaid has told what can be believed; otherwise when to ask again. */
  Optional<Duration> read(PlaidTarget target, ItemId id, Secret accessToken) {
    Instant now = clock.instant();
    MinutePace pace =
        paces.computeIfAbsent(
            target.url() + " " + target.clientId(), client -> new MinutePace(PER_MINUTE, now));
    Optional<Duration> wait = pace.take(now);
    return wait.isPresent() ? wait : ask(target, id, accessToken, pace);
  }

  private Optional<Duration> ask(
      PlaidTarget target, ItemId id, Secret accessToken, MinutePace pace) {
    Instant askedAt = clock.instant();
    try {
      ItemReading reading = plaid.readItem(target, accessToken);
      if (!reading.itemId().equals(id.value())) {
        LOG.log(WARNING, () -> "Plaid told of another item than " + id);
        return Optional.of(ReadingSchedule.TROUBLE);
      }
      return records.found(id, reading, askedAt);
    } catch (PlaidException e) {
      LOG.log(INFO, () -> "item not read item=%s: %s".formatted(id, e.getMessage()));
      return judge(id, e, askedAt, pace);
    }
  }

  private Optional<Duration> judge(
      ItemId id, PlaidException fault, Instant askedAt, MinutePace pace) {
    return switch (fault.kind()) {
      case REFUSED -> {
        String words = fault.said().orElse(null);
        records.refused(id, fault.errorCode().orElse("UNKNOWN"), words, askedAt);
        yield Optional.empty();
      }
      case LIMITED -> keepStill(pace, AFTER_LIMIT);
      case KEYS_REFUSED -> keepStill(pace, AFTER_REFUSED_KEYS);
      case NOT_FOUND, UNREACHABLE, DOWN, UNKNOWN -> Optional.of(ReadingSchedule.TROUBLE);
    };
  }

  private Optional<Duration> keepStill(MinutePace pace, Duration time) {
    pace.block(clock.instant().plus(time));
    return Optional.of(time);
  }
}
