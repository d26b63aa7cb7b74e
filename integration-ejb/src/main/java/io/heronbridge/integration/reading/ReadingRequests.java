package io.heronbridge.integration.reading;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Readings that a person asks for. */
@Stateless
@RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
public class ReadingRequests {
  @Inject IntegrationLinks links;
  @Inject Integrations integrations;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * What is read as soon as the rate limits allow.
   *
   * @param atHeron whether Heron is asked too; not while the integration is paused
   */
  public record Asked(int links, boolean atHeron) {}

  /**
   * Plaid and Heron are asked about the link within seconds.
   *
   * @throws ConflictException when the item was removed
   */
  public Asked readLink(UUID id, Caller caller) {
    IntegrationLink link = caller.ownLink(links.findForChange(id), id);
    if (link.status() == IntegrationLinkStatus.CANCELLED || link.item().isRemoved()) {
      throw new ConflictException("The bank was disconnected; there is nothing to read.");
    }
    link.readNow(clock.instant());
    audit.record(caller.name(), "link.read", "link:" + id);
    return new Asked(1, !link.integration().isPaused());
  }

  /** Every link of the integration is read as soon as the rate limits allow. */
  public Asked readIntegration(UUID id, Caller caller) {
    Integration integration = caller.ownIntegration(integrations.find(id), id);
    boolean atHeron = !integration.isPaused();
    int due = links.readAll(id, clock.instant());
    audit.record(caller.name(), "integration.reconcile", "integration:" + id, due + " links");
    return new Asked(due, atHeron);
  }
}
