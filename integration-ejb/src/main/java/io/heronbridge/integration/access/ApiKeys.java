package io.heronbridge.integration.access;

import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.secret.Secret;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognises API keys. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApiKeys {
  static final Set<String> READ = Set.of(Role.Names.API_READ);
  static final Set<String> READ_AND_WRITE = Set.of(Role.Names.API_READ, Role.Names.API_WRITE);

  /** The key of the configuration; no other key is called so. */
  static final String BOOTSTRAP = "bootstrap";

  /**
   * A key that works.
   *
   * @param id stays when the key is rotated; {@code bootstrap} for the one of the configuration
   */
  public record Known(String id, Caller caller) {}

  @Inject KeyLookup lookup;
  @Inject LastUse lastUse;
  @Inject Settings settings;

  /** Who a key belongs to, while it works. */
  public Optional<Known> known(Secret key) {
    if (settings.bootstrapKey().filter(key::equals).isPresent()) {
      return Optional.of(
          new Known(BOOTSTRAP, new Caller("key:" + BOOTSTRAP, READ_AND_WRITE, List.of(), "")));
    }
    Optional<KeyLookup.Known> known = lookup.find(key);
    known.ifPresent(found -> lastUse.ofKey(found.id(), found.lastUsedAt()));
    return known.map(found -> new Known(found.id().toString(), found.caller()));
  }
}
