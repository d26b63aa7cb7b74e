package io.heronbridge.integration.resendjob;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.listing.Cursor;
import io.heronbridge.integration.listing.Page;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.resendjob.ResendJob;
import io.heronbridge.persistence.resendjob.ResendJobStatus;
import io.heronbridge.persistence.resendjob.ResendJobs;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Resend jobs, to look at. */
@Stateless
@RolesAllowed({Role.Names.VIEWER, Role.Names.API_READ})
public class ResendBoard {
  @Inject ResendJobs jobs;
  @Inject ResendPlans plans;

  /** The caller's jobs, newest first; without plans and counts at Heron, which take a while. */
  public Page<ResendJobView> jobs(Optional<String> cursor, int limit, Caller caller) {
    Cursor after = Cursor.read(cursor);
    return Page.of(
            jobs.within(caller.integrations(), after.at(), after.id(), limit + 1),
            limit,
            row -> new Cursor(row.createdAt(), row.id()))
        .map(job -> view(job, Optional.empty(), Optional.empty()));
  }

  /**
   * @throws NotFoundException when there is none for this caller
   */
  public ResendJobView get(UUID id, Caller caller) {
    ResendJob job =
        jobs.find(id)
            .filter(found -> Wanted.of(found).isWithin(caller))
            .orElseThrow(() -> new NotFoundException("resend job " + id));
    boolean planned = job.status() == ResendJobStatus.PLANNED;
    boolean started = job.startedAt().isPresent();
    return view(
        job,
        Optional.of(started ? jobs.linkCounts(id) : Map.of()),
        planned ? Optional.of(plans.plan(Wanted.of(job))) : Optional.empty());
  }

  private static ResendJobView view(
      ResendJob job, Optional<Map<String, Long>> atHeron, Optional<ResendPlan> plan) {
    return new ResendJobView(
        job.id(),
        Wanted.of(job).filter(),
        job.requestedBy(),
        Words.of(job.status()),
        job.reason(),
        new ResendJobView.Counts(job.matched(), job.resent(), job.skipped(), job.remaining()),
        atHeron,
        plan,
        new ResendJobView.Times(job.createdAt(), job.startedAt(), job.finishedAt()));
  }
}
