package io.heronbridge.integration.integrationlink;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.item.LinkBoard;
import io.heronbridge.integration.item.LinkFilter;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinkStatus;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.outbox.MessageKind;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Trying links again because a person asks for it. The history of attempts is kept. */
@Stateless
public class LinkResend {
  private static final int CHUNK = 200;

  @Resource private SessionContext context;
  @Inject IntegrationLinks links;
  @Inject LinkBoard board;
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

  /**
   * Resends every link that matches. Many are done in many transactions, so that a long outage's
   * links are no problem; what fails in the middle leaves the rest to be asked for again.
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public ResendJob resendMatching(LinkFilter filter, Caller caller) {
    LinkResend self = context.getBusinessObject(LinkResend.class);
    List<UUID> matching = board.matching(filter, caller);
    UUID job = UUID.randomUUID();
    int resent = 0;
    for (int from = 0; from < matching.size(); from += CHUNK) {
      int to = Math.min(from + CHUNK, matching.size());
      resent += self.resendSelected(matching.subList(from, to), caller);
    }
    self.note(job, resent + " links, " + filter.text(), caller);
    return new ResendJob(job, resent);
  }

  /** Writes down a bulk resend. */
  public void note(UUID job, String what, Caller caller) {
    audit.record(caller.name(), "links.resend_matching", "job:" + job, what);
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
