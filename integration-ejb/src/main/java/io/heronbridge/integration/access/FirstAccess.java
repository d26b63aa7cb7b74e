package io.heronbridge.integration.access;

import static java.lang.System.Logger.Level.INFO;

import io.heronbridge.integration.settings.Settings;
import io.heronbridge.integration.startup.BridgeReady;
import io.heronbridge.persistence.access.AdminUser;
import io.heronbridge.persistence.access.People;
import io.heronbridge.persistence.access.Role;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;

/** Creates the first administrator when none exists. */
@Stateless
public class FirstAccess {
  private static final System.Logger LOG = System.getLogger(FirstAccess.class.getName());

  @Inject People people;
  @Inject Settings settings;
  @Inject Pbkdf2PasswordHash hashing;
  @Inject Clock clock;

  public void grant(@Observes BridgeReady ready) {
    if (settings.firstAdministrator().isEmpty() || people.anyAdministrator()) {
      return;
    }
    Settings.Administrator first = settings.firstAdministrator().get();
    hashing.initialize(SignIn.HASHING);
    String hash = hashing.generate(first.password().reveal().toCharArray());
    people.add(new AdminUser(first.username(), hash, Role.ADMIN, clock.instant()));
    LOG.log(INFO, () -> "first administrator created user=%s".formatted(first.username()));
  }
}
