package io.heronbridge.integration.access;

import io.heronbridge.persistence.access.ApiKey;
import io.heronbridge.persistence.access.IssuedKeys;
import io.heronbridge.persistence.secret.Secret;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Looks keys up, in a short transaction. */
@Stateless
public class KeyLookup {
  @Inject IssuedKeys keys;
  @Inject Clock clock;

  /** A key that works. */
  public record Known(UUID id, Optional<Instant> lastUsedAt, Caller caller) {}

  public Optional<Known> find(Secret value) {
    return keys.working(value, clock.instant()).map(KeyLookup::asKnown);
  }

  private static Known asKnown(ApiKey key) {
    Caller caller =
        new Caller(
            "key:" + key.name(),
            key.isReadOnly() ? ApiKeys.READ : ApiKeys.READ_AND_WRITE,
            key.integrations().stream().map(UUID::fromString).toList(),
            "");
    return new Known(key.id(), key.lastUsedAt(), caller);
  }
}
