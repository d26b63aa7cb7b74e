package io.heronbridge.integration.access;

import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.access.ApiKey;
import io.heronbridge.persistence.access.IssuedKeys;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** API keys for display. */
@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class KeyBoard {
  @Inject IssuedKeys keys;
  @Inject Settings settings;
  @Inject Clock clock;

  /** All keys, those not revoked first, by name. */
  public List<KeyView> keys() {
    Instant now = clock.instant();
    return keys.all().stream().map(key -> view(key, now)).toList();
  }

  /**
   * @throws NotFoundException when there is none
   */
  public KeyView key(UUID id) {
    ApiKey key = keys.find(id).orElseThrow(() -> new NotFoundException("API key " + id));
    return view(key, clock.instant());
  }

  /** Whether the configuration has a key with all rights besides. */
  public boolean hasBootstrapKey() {
    return settings.bootstrapKey().isPresent();
  }

  private static KeyView view(ApiKey key, Instant now) {
    return new KeyView(
        key.id(),
        new KeyView.Label(key.name(), key.hint()),
        key.isReadOnly(),
        key.integrations().stream().map(UUID::fromString).toList(),
        state(key, now),
        new KeyView.Times(
            key.createdAt(),
            key.lastUsedAt(),
            key.expiresAt(),
            key.previousUntil().filter(now::isBefore),
            key.revokedAt()));
  }

  private static String state(ApiKey key, Instant now) {
    if (key.revokedAt().isPresent()) {
      return "revoked";
    }
    return key.expiresAt().filter(expiry -> !now.isBefore(expiry)).isPresent()
        ? "expired"
        : "active";
  }
}
