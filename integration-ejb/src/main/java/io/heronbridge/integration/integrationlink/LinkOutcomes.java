package io.heronbridge.integration.integrationlink;

import static io.heronbridge.persistence.outbox.AttemptOutcome.ABANDONED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.REFUSED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.SERVER_ERROR;
import static io.heronbridge.persistence.outbox.AttemptOutcome.TIMEOUT;
import static io.heronbridge.persistence.outbox.AttemptOutcome.UNAUTHORISED;

import io.heronbridge.integration.attempt.HeronTurns;
import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronAnswer.Unanswered;
import io.heronbridge.integration.heron.HeronLinks;
import io.heronbridge.integration.lenderevent.LenderNews;
import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.Delivery.Call;
import io.heronbridge.integration.settings.RetrySchedule;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integrationlink.HeronsView;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.integrationlink.LinkError;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** What each end of a submission does to the link, its message and its integration. */
@ApplicationScoped
class LinkOutcomes {
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(6);

  @Inject IntegrationLinks links;
  @Inject Integrations integrations;
  @Inject HeldWebhooks held;
  @Inject LenderNews news;
  @Inject HeronTurns turns;
  @Inject Settings settings;

  Delivery linked(Lease lease, AttemptOutcome outcome, int status, HeronsView view) {
    String detail =
        outcome == AttemptOutcome.CONFIRMED
            ? "Heron already had this link."
            : "Heron accepted the link.";
    return Delivery.ofCall(
        new Call(outcome, status, detail, true),
        (message, now) -> {
          IntegrationLink link = attempted(lease);
          link.link(view, now);
          message.complete();
          held.letGo(link.item());
          news.linked(link);
          return "Linked.";
        });
  }

  Delivery garbled(Lease lease, AttemptOutcome outcome, Answered answer) {
    Call call = new Call(outcome, answer.status(), "The answer was not Heron's JSON.", true);
    return Delivery.ofCall(
        call, (message, now) -> retryOrFail(lease, message, now, Plan.after(call, true)));
  }

  /** Not this time; whether the call took effect decides if the next one looks first. */
  Delivery retry(Lease lease, HeronAnswer answer, boolean mayHaveTakenEffect) {
    if (answer instanceof Answered answered) {
      AttemptOutcome outcome = answered.status() == 408 ? TIMEOUT : SERVER_ERROR;
      String detail =
          "Heron answered %d: %s"
              .formatted(answered.status(), HeronLinks.complaint(answered.body()));
      Call call = new Call(outcome, answered.status(), detail, true);
      Plan plan = new Plan(call, mayHaveTakenEffect, answered.retryAfter());
      return Delivery.ofCall(call, (message, now) -> retryOrFail(lease, message, now, plan));
    }
    Unanswered none = (Unanswered) answer;
    Call call = new Call(none.outcome(), null, "Heron: " + none.detail() + ".", true);
    Plan plan = Plan.after(call, mayHaveTakenEffect);
    return Delivery.ofCall(call, (message, now) -> retryOrFail(lease, message, now, plan));
  }

  Delivery refused(Lease lease, AttemptOutcome outcome, Answered answer) {
    String detail =
        "Heron answered %d: %s".formatted(answer.status(), HeronLinks.complaint(answer.body()));
    Call call = new Call(outcome, answer.status(), detail, true);
    return Delivery.ofCall(
        call,
        (message, now) -> {
          fail(attempted(lease), error("rejected", call, now));
          message.bury();
          return "Failed: a person must act, then resend.";
        });
  }

  /** Heron has the link, does not read the bank, and will not take it anew. */
  Delivery stillDisabled(Lease lease, Answered answer) {
    String detail =
        "Heron answered %d, and keeps the link with its sync disabled: %s"
            .formatted(answer.status(), HeronLinks.complaint(answer.body()));
    Call call = new Call(REFUSED, answer.status(), detail, true);
    return Delivery.ofCall(
        call,
        (message, now) -> {
          fail(attempted(lease), error("sync_disabled", call, now));
          message.bury();
          return "Failed: a person must act, then resend.";
        });
  }

  /** The key or the address is wrong for all links of the integration: hold them all. */
  Delivery pause(Lease lease, LinkWork work, Answered answer) {
    boolean address = answer.status() == 404;
    String reason =
        address
            ? "Heron does not know the link URL (404). Compare it with the one Heron's dashboard shows."
            : "Heron refused the API key (%d). Enter a valid key.".formatted(answer.status());
    Call call = new Call(UNAUTHORISED, answer.status(), reason, false);
    return Delivery.ofCall(
        call,
        (message, now) -> {
          attempted(lease).wait(error("http_status", call, now), null);
          message.putBack(now, "the integration is paused");
          Integration integration = integrations.findForChange(work.integration()).orElseThrow();
          if (integration.version() != work.integrationVersion()) {
            return "The integration was changed meanwhile; trying again at once.";
          }
          integration.pause(reason, now);
          return "Held: the integration is paused until its settings are mended.";
        });
  }

  Delivery rateLimited(Lease lease, LinkWork work, Answered answer) {
    Delivery limited = turns.limited(work.target().budget(), answer);
    Call call = limited.call().orElseThrow();
    return Delivery.ofCall(
        call,
        (message, now) -> {
          String next = limited.settlement().settle(message, now);
          attempted(lease).wait(error("http_status", call, now), message.dueAt());
          return next;
        });
  }

  Delivery givenUp(Lease lease, String reason) {
    Call call = new Call(ABANDONED, null, reason, false);
    return Delivery.ofCall(
        call,
        (message, now) -> {
          links
              .findForChange(lease.subject())
              .ifPresent(link -> fail(link, error("abandoned", call, now)));
          message.bury();
          return "Failed: a person must look, then resend.";
        });
  }

  /** What is known when the next attempt is planned. */
  private record Plan(Call call, boolean mayHaveTakenEffect, Optional<Duration> retryAfter) {
    static Plan after(Call call, boolean mayHaveTakenEffect) {
      return new Plan(call, mayHaveTakenEffect, Optional.empty());
    }
  }

  private String retryOrFail(Lease lease, OutboxMessage message, Instant now, Plan plan) {
    RetrySchedule schedule = settings.retrySchedule();
    Optional<Duration> wait =
        schedule.waitAfter(message.attempts(), ThreadLocalRandom.current().nextDouble());
    IntegrationLink link = attempted(lease);
    LinkError error = error(kind(plan.call()), plan.call(), now);
    if (wait.isEmpty()) {
      fail(link, error);
      if (plan.mayHaveTakenEffect()) {
        message.buryUncertain();
      } else {
        message.bury();
      }
      return "Failed: all %d attempts are used up; a person may resend."
          .formatted(schedule.attempts());
    }
    Duration actual = longer(wait.get(), plan.retryAfter());
    Instant next = now.plus(actual);
    link.wait(error, next);
    message.retry(next, plan.mayHaveTakenEffect());
    return "Next attempt in %d s (attempt %d of %d)."
        .formatted(actual.toSeconds(), message.attempts() + 1, schedule.attempts());
  }

  private static Duration longer(Duration planned, Optional<Duration> asked) {
    Duration wish = asked.orElse(Duration.ZERO);
    Duration bounded = wish.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wish;
    return bounded.compareTo(planned) > 0 ? bounded : planned;
  }

  private void fail(IntegrationLink link, LinkError error) {
    link.fail(error);
    news.failed(link);
  }

  private IntegrationLink attempted(Lease lease) {
    IntegrationLink link = links.findForChange(lease.subject()).orElseThrow();
    link.countAttempt();
    return link;
  }

  private static String kind(Call call) {
    return switch (call.outcome()) {
      case TIMEOUT -> "timeout";
      case CONNECTION, TLS_FAILED -> "connection";
      case GARBLED -> "garbled";
      default -> "http_status";
    };
  }

  private static LinkError error(String kind, Call call, Instant now) {
    return new LinkError(kind, call.httpStatus(), call.detail(), now);
  }
}
