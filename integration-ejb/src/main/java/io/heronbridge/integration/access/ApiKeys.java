package io.heronbridge.integration.access;

import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.access.ApiKey;
import io.heronbridge.persistence.access.People;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.secret.Secret;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Recognises API keys. */
@Stateless
public class ApiKeys {
  private static final Set<String> READ = Set.of(Role.Names.API_READ);
  private static final Set<String> READ_AND_WRITE =
      Set.of(Role.Names.API_READ, Role.Names.API_WRITE);

  @Inject People people;
  @Inject Settings settings;

  /** Who a key belongs to, while it is not revoked. */
  public Optional<Caller> caller(Secret key) {
    if (settings.bootstrapKey().filter(key::equals).isPresent()) {
      return Optional.of(new Caller("key:bootstrap", READ_AND_WRITE, List.of(), ""));
    }
    return people.apiKey(key).map(ApiKeys::asCaller);
  }

  private static Caller asCaller(ApiKey key) {
    return new Caller(
        "key:" + key.name(),
        key.isReadOnly() ? READ : READ_AND_WRITE,
        key.integrations().stream().map(UUID::fromString).toList(),
        "");
  }
}
