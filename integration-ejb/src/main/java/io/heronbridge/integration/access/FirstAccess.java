package io.heronbridge.integration.access;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.settings.Settings;
import io.heronbridge.integration.startup.BridgeReady;
import io.heronbridge.persistence.access.AdminUser;
import io.heronbridge.persistence.access.People;
import io.heronbridge.persistence.access.Role;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Creates the first administrator when none may come in. */
@Stateless
public class FirstAccess {
  private static final System.Logger LOG = System.getLogger(FirstAccess.class.getName());

  @Inject People people;
  @Inject Settings settings;
  @Inject Passwords passwords;
  @Inject Clock clock;

  public void grant(@Observes BridgeReady ready) {
    if (settings.firstAdministrator().isEmpty() || people.countActiveAdministrators() > 0) {
      return;
    }
    Settings.Administrator first = settings.firstAdministrator().get();
    String hash = passwords.hash(first.password());
    people.changeAlone();
    if (people.countActiveAdministrators() > 0) {
      return;
    }
    if (people.isTaken(first.username())) {
      LOG.log(WARNING, () -> "no administrator: name taken user=%s".formatted(first.username()));
      return;
    }
    people.add(new AdminUser(first.username(), hash, Role.ADMIN, clock.instant()));
    LOG.log(INFO, () -> "first administrator created user=%s".formatted(first.username()));
  }
}
