package io.heronbridge.integration.guide;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.link.HostedLink;
import io.heronbridge.integration.link.HostedLinkRequest;
import io.heronbridge.integration.link.HostedLinks;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.enduser.EndUserId;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integration.PlaidEnvironment;
import io.heronbridge.persistence.integration.SetUps;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Begins a test connection: a hosted link that the guide follows. */
@Stateless
@RolesAllowed(Role.Names.OPERATOR)
public class TestConnection {
  @Inject HostedLinks hostedLinks;
  @Inject Integrations integrations;
  @Inject SetUps setUps;
  @Inject AuditTrail audit;

  /**
   * @param understood whether the person knows that production has real banks and is billed
   * @throws InvalidInputException when the end user's id is none, or that is not understood
   * @throws NotFoundException when there is no such integration
   */
  public HostedLink begin(UUID id, String endUser, boolean understood, Caller caller) {
    Integration integration = caller.ownIntegration(integrations.find(id), id);
    if (integration.plaid().environment() == PlaidEnvironment.PRODUCTION && !understood) {
      throw new InvalidInputException(
          "understood", "must be ticked: it is a real bank, and Plaid bills it");
    }
    HostedLinkRequest request =
        new HostedLinkRequest(
            id, endUserId(endUser), Optional.empty(), Optional.empty(), Optional.empty());
    HostedLink made = hostedLinks.create(request, caller);
    setUps.ofForChange(id, integration.createdAt()).tryWith(made.id());
    audit.record(caller.name(), "integration.test", "integration:" + id, "session " + made.id());
    return made;
  }

  private static EndUserId endUserId(String text) {
    try {
      return new EndUserId(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "end_user_id", e.getMessage().replaceFirst("^end_user_id ", ""));
    }
  }
}
