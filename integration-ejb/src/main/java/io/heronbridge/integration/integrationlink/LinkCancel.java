package io.heronbridge.integration.integrationlink;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.outbox.MessageKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Giving up a link that Heron never took, because a person says so. The bank stays connected. */
@Stateless
@RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
public class LinkCancel {
  @Inject IntegrationLinks links;
  @Inject HeldWebhooks held;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  /**
   * Heron is not asked any more, also not for a resend, and hears nothing of the item.
   *
   * @throws ConflictException when Heron has it or had it, is being asked at this moment, or when
   *     it was cancelled before
   */
  public void cancel(UUID id, Caller caller) {
    if (outbox.isUnderWay(MessageKind.CREATE_LINK, id)) {
      caller.ownLink(links.find(id), id);
      throw new ConflictException(
          "Heron is being asked at this moment. Cancel again when the attempt has ended.");
    }
    // The message first, then the link: as everybody locks them. A refusal undoes it.
    outbox.cancel(MessageKind.CREATE_LINK, id);
    IntegrationLink link = caller.ownLink(links.findForChange(id), id);
    requireUnlinked(link);
    link.cancel();
    held.giveUp(link.item(), "The link was cancelled, so Heron does not know the bank.");
    audit.record(caller.name(), "link.cancel", "link:" + id);
  }

  private static void requireUnlinked(IntegrationLink link) {
    if (link.status() == IntegrationLinkStatus.CANCELLED) {
      throw new ConflictException("The link is cancelled already.");
    }
    if (link.status() == IntegrationLinkStatus.LINKED || link.linkedAt().isPresent()) {
      throw new ConflictException(
          "Heron took the link, which is %s now; disconnect the bank to end it."
              .formatted(Words.of(link.status())));
    }
  }
}
