package io.heronbridge.integration.lenderevent;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integration.LenderEndpoint;
import io.heronbridge.persistence.lenderevent.LenderEvent;
import io.heronbridge.persistence.lenderevent.LenderEvents;
import io.heronbridge.persistence.outbox.MessageKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sending an event again because a person asks for it. The history of attempts is kept. */
@Stateless
@RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
public class EventResend {
  @Inject LenderEvents events;
  @Inject Integrations integrations;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * The same bytes under the same id are sent now, also when they were delivered before.
   *
   * @throws NotFoundException when there is none for this caller
   * @throws ConflictException when events, or those of its type, are switched off: what a lender
   *     does not want is not sent by hand either
   */
  public void resend(UUID id, Caller caller) {
    events
        .integrationOf(id)
        .filter(caller::mayUse)
        .orElseThrow(() -> new NotFoundException("event " + id));
    outbox.resend(MessageKind.TELL_LENDER, List.of(id));
    LenderEvent event = EventBoard.find(events.find(id), id, caller);
    Optional<LenderEndpoint> endpoint =
        integrations
            .find(event.integration())
            .flatMap(Integration::events)
            .filter(LenderEndpoint::isOn);
    if (endpoint.isEmpty()) {
      throw new ConflictException(
          "Events are switched off for this integration; set them up first.");
    }
    if (!endpoint.get().chose(event.type())) {
      throw new ConflictException(
          "Events of type %s are switched off for this integration; choose the type first."
              .formatted(event.type().word()));
    }
    outbox.wish(MessageKind.TELL_LENDER, id, event.integration());
    event.resend(clock.instant());
    audit.record(caller.name(), "event.resend", "event:" + id);
  }
}
