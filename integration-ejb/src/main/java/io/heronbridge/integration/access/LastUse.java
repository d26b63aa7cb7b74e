package io.heronbridge.integration.access;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Notes when sessions and API keys were last used: once a minute at most, by one request of a node,
 * so that nearly all requests cost no write. One that cannot be noted is let in all the same.
 */
@ApplicationScoped
public class LastUse {
  static final Duration EVERY = Duration.ofMinutes(1);

  private static final System.Logger LOG = System.getLogger(LastUse.class.getName());
  private static final int MOST_REMEMBERED = 10_000;

  private final ConcurrentMap<UUID, Instant> noted = new ConcurrentHashMap<>();

  @Inject LastUseDesk desk;
  @Inject Clock clock;

  public void ofSession(UUID session, Instant before) {
    note(session, before, desk::session);
  }

  public void ofKey(UUID key, Optional<Instant> before) {
    note(key, before.orElse(Instant.EPOCH), desk::key);
  }

  private void note(UUID id, Instant before, Note note) {
    Instant now = clock.instant();
    if (Duration.between(before, now).compareTo(EVERY) < 0 || !isTurn(id, now)) {
      return;
    }
    try {
      note.write(id, now);
    } catch (RuntimeException e) {
      LOG.log(INFO, () -> "use not noted of %s: %s".formatted(id, e.getClass().getName()));
    }
  }

  /** Whether this request is the one to write; those beside it see that it is being done. */
  boolean isTurn(UUID id, Instant now) {
    if (noted.size() > MOST_REMEMBERED) {
      noted.clear();
    }
    Instant last = noted.get(id);
    return last == null
        ? noted.putIfAbsent(id, now) == null
        : !now.isBefore(last.plus(EVERY)) && noted.replace(id, last, now);
  }

  /** How a use is written down. */
  private interface Note {
    void write(UUID id, Instant at);
  }
}
