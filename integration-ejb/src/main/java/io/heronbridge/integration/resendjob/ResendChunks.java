package io.heronbridge.integration.resendjob;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.outbox.Outbox;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.resendjob.ResendJob;
import io.heronbridge.persistence.resendjob.ResendJobs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Resends the next links of a job: links, messages, marks and counts are one transaction. A node
 * that dies in it leaves them as they were, to whichever node comes next.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ResendChunks {
  private static final int LINKS = 100;

  @Inject ResendJobs jobs;
  @Inject IntegrationLinks links;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Jobs with work, the one that has waited longest first. */
  public List<UUID> running() {
    return jobs.running();
  }

  /** Tells whether there was something to do that no other node is doing. */
  public boolean work(UUID id) {
    Optional<ResendJob> claimed = jobs.claim(id);
    if (claimed.isEmpty()) {
      return false;
    }
    ResendJob job = claimed.get();
    List<UUID> chunk = jobs.next(job, LINKS);
    if (chunk.isEmpty()) {
      job.finish(clock.instant());
      return true;
    }
    List<UUID> resent = resend(job, jobs.unchanged(job, chunk));
    jobs.mark(job, chunk, resent);
    job.count(resent.size(), (long) chunk.size() - resent.size(), clock.instant());
    return true;
  }

  private List<UUID> resend(ResendJob job, List<UUID> failed) {
    if (failed.isEmpty()) {
      return List.of();
    }
    List<UUID> resent = outbox.resendInBulk(MessageKind.CREATE_LINK, failed);
    if (resent.isEmpty()) {
      return resent;
    }
    for (IntegrationLink link : links.findForChange(resent)) {
      link.resend(clock.instant());
      audit.record(job.requestedBy(), "link.resend", "link:" + link.id(), "resend_job:" + job.id());
    }
    return resent;
  }
}
