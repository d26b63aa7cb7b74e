package io.heronbridge.integration.relay;

import io.heronbridge.integration.plaid.PlaidTarget;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * With whose keys webhooks are verified, as the database said within the last ten seconds, or last
 * of all: a genuine webhook needs no question for that.
 */
@ApplicationScoped
class KnownIntegrations {
  private final Map<UUID, PlaidTarget> targets = new ConcurrentHashMap<>();

  /** What the database has just said of one. */
  void note(UUID integration, Optional<PlaidTarget> said) {
    if (said.isPresent()) {
      targets.put(integration, said.get());
    } else {
      targets.remove(integration);
    }
  }

  /** What the database has just said of all. */
  void noteAll(Map<UUID, PlaidTarget> said) {
    targets.keySet().retainAll(said.keySet());
    targets.putAll(said);
  }

  Optional<PlaidTarget> find(UUID integration) {
    return Optional.ofNullable(targets.get(integration));
  }
}
