package io.heronbridge.integration.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which integrations may not be called just now, so that their messages are left alone.
 */
@ApplicationScoped
public class Pace {
  private final Map<UUID, Instant> waiting = new ConcurrentHashMap<>();

  /** The integration's budget is used up until then. */
  public void waitUntil(UUID integration, Instant until) {
    waiting.merge(integration, until, (a, b) -> a.isAfter(b) ? a : b);
  }

  List<UUID> notNow(Instant now) {
    waiting.values().removeIf(until -> !until.isAfter(now));
    return List.copyOf(waiting.keySet());
  }
}
