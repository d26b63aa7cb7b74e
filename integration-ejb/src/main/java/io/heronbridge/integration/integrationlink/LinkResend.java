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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Trying links again because a person asks for it. The history of attempts is kept. */
@Stateless
@RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
public class LinkResend {
  @Inject IntegrationLinks links;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * A failed link starts afresh, a pending one is tried now.
   *
   * @throws ConflictException when it is linked or cancelled
   */
  public void resend(UUID id, Caller caller) {
    outbox.resend(MessageKind.CREATE_LINK, List.of(id));
    IntegrationLink link = caller.ownLink(links.findForChange(id), id);
    if (!isResendable(link)) {
      throw new ConflictException(
          "The link is %s; only failed and pending links can be resent."
              .formatted(Words.of(link.status())));
    }
    again(link, caller);
  }

  /** Resends those of the chosen links that can be; tells how many. */
  public int resendSelected(List<UUID> ids, Caller caller) {
    if (ids.isEmpty()) {
      return 0;
    }
    outbox.resend(MessageKind.CREATE_LINK, ids);
    int resent = 0;
    for (UUID id : ids.stream().sorted().toList()) {
      Optional<IntegrationLink> link =
          links.findForChange(id).filter(found -> caller.mayUse(found.integration().id()));
      if (link.filter(LinkResend::isResendable).isPresent()) {
        again(link.get(), caller);
        resent++;
      }
    }
    return resent;
  }

  private void again(IntegrationLink link, Caller caller) {
    link.resend(clock.instant());
    audit.record(caller.name(), "link.resend", "link:" + link.id());
  }

  private static boolean isResendable(IntegrationLink link) {
    return link.status() == IntegrationLinkStatus.FAILED
        || link.status() == IntegrationLinkStatus.PENDING;
  }
}
