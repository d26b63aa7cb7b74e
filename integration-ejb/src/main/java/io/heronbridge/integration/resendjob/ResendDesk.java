package io.heronbridge.integration.resendjob;

import io.heronbridge.integration.access.Caller;
import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.item.LinkBoard;
import io.heronbridge.integration.item.LinkFilter;
import io.heronbridge.integration.item.LinkTally;
import io.heronbridge.integration.problem.ConflictException;
import io.heronbridge.integration.problem.NotFoundException;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.access.Role;
import io.heronbridge.persistence.resendjob.ResendJob;
import io.heronbridge.persistence.resendjob.ResendJobStatus;
import io.heronbridge.persistence.resendjob.ResendJobs;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Plans, starts, holds and stops resend jobs, each in a short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class ResendDesk {
  /** Plans that nobody has started by then are forgotten. */
  private static final Duration LIFE_OF_A_PLAN = Duration.ofDays(1);

  @Inject ResendJobs jobs;
  @Inject LinkBoard board;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * A job and what it covers.
   *
   * @param links how many links it has
   */
  public record Started(UUID jobId, long links) {}

  /** Makes a job that touches nothing until it is started. */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public UUID plan(LinkFilter filter, Caller caller) {
    return add(Wanted.of(filter, caller), caller).id();
  }

  /** Makes a job of all failed links that match, and starts it. */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public Started startMatching(LinkFilter filter, Caller caller) {
    ResendJob job = add(Wanted.of(filter, caller), caller);
    start(job, caller);
    return new Started(job.id(), job.matched());
  }

  private ResendJob add(Wanted wanted, Caller caller) {
    long matching =
        board.tallies(wanted.filter(), wanted.integrations()).stream()
            .mapToLong(LinkTally::links)
            .sum();
    ResendJob job =
        new ResendJob(
            wanted.links(), wanted.integrations(), caller.name(), matching, clock.instant());
    jobs.add(job);
    return job;
  }

  /**
   * Starts what was planned, with the links that match now.
   *
   * @throws ConflictException when it was started or cancelled before
   */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public void start(UUID id, Caller caller) {
    start(find(id, caller, ResendJobStatus.RUNNING, "start"), caller);
  }

  private void start(ResendJob job, Caller caller) {
    Wanted wanted = Wanted.of(job);
    long links = jobs.include(job, board.matching(wanted.filter(), wanted.integrations()));
    job.start(caller.name(), links, clock.instant());
    record("start", job, links + " links, " + wanted.filter().text(), caller);
  }

  /**
   * @throws ConflictException when it does not run
   */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public void pause(UUID id, Caller caller) {
    ResendJob job = find(id, caller, ResendJobStatus.PAUSED, "pause");
    job.pause(null, clock.instant());
    record("pause", job, left(job), caller);
  }

  /**
   * @throws ConflictException when it is not paused
   */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public void resume(UUID id, Caller caller) {
    ResendJob job = find(id, caller, ResendJobStatus.RUNNING, "resume");
    job.resume(clock.instant());
    record("resume", job, left(job), caller);
  }

  /**
   * Stops it; what was not resent stays as it was.
   *
   * @throws ConflictException when it has ended
   */
  @RolesAllowed({Role.Names.OPERATOR, Role.Names.API_WRITE})
  public void cancel(UUID id, Caller caller) {
    ResendJob job = find(id, caller, ResendJobStatus.CANCELLED, "cancel");
    job.cancel(clock.instant());
    record("cancel", job, left(job), caller);
  }

  /** Its next links cannot be resent: it waits for a person. */
  public void hold(UUID id, String why) {
    jobs.findForChange(id)
        .filter(job -> job.status() == ResendJobStatus.RUNNING)
        .ifPresent(job -> job.pause(why, clock.instant()));
  }

  /** Forgets plans that nobody wants any more. */
  public void sweep() {
    jobs.forgetPlans(clock.instant().minus(LIFE_OF_A_PLAN));
  }

  private ResendJob find(UUID id, Caller caller, ResendJobStatus to, String verb) {
    ResendJob job =
        jobs.findForChange(id)
            .filter(found -> Wanted.of(found).isWithin(caller))
            .orElseThrow(() -> new NotFoundException("resend job " + id));
    if (!ResendJobStatus.ARROWS.lead(job.status(), to, verb)) {
      throw new ConflictException(
          "The resend job is %s; there is nothing to %s.".formatted(Words.of(job.status()), verb));
    }
    return job;
  }

  private static String left(ResendJob job) {
    return "%d of %d links left".formatted(job.remaining(), job.matched());
  }

  private void record(String verb, ResendJob job, String detail, Caller caller) {
    audit.record(caller.name(), "resend_job." + verb, "resend_job:" + job.id(), detail);
  }
}
