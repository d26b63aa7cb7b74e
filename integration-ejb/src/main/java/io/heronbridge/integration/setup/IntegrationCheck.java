package io.heronbridge.integration.setup;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.heron.HeronClient;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Tries an integration's credentials on both sides, without effect on either; the result is kept.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
public class IntegrationCheck {
  @Inject CheckDesk desk;
  @Inject PlaidClient plaid;
  @Inject HeronClient heron;
  @Inject PublicUrls urls;
  @Inject Settings settings;

  public CheckResult check(UUID id, Caller caller) {
    CheckDesk.Targets targets = desk.targets(id, caller);
    CheckResult result =
        new CheckResult(
            new PlaidCheck(plaid, settings.publicUrl()).check(targets),
            new HeronCheck(heron, urls::isPlaidDoor).check(targets));
    desk.keep(id, targets, result, caller);
    return result;
  }
}
