package io.heronbridge.integration.lenderevent;

import static io.heronbridge.persistence.outbox.AttemptOutcome.ABANDONED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.DELIVERED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.RATE_LIMITED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.REFUSED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.SERVER_ERROR;

import io.heronbridge.integration.audit.AuditTrail;
import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronAnswer.Unanswered;
import io.heronbridge.integration.heron.HeronLinks;
import io.heronbridge.integration.heron.LenderClient;
import io.heronbridge.integration.lenderevent.EventDesk.Work;
import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.Delivery.Call;
import io.heronbridge.integration.outbox.MessageHandler;
import io.heronbridge.integration.outbox.Retries;
import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.Integrations;
import io.heronbridge.persistence.integration.LenderEndpoint;
import io.heronbridge.persistence.lenderevent.LenderEvent;
import io.heronbridge.persistence.lenderevent.LenderEvents;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.OutboxMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Posts an event to a lender's backend. Any 2xx is success and 410 switches events off; all else is
 * tried again, since it may only be a deployment. Told twice, an event is known by its id.
 */
@ApplicationScoped
class TellLenderHandler implements MessageHandler {
  private static final int GONE = 410;

  @Inject EventDesk desk;
  @Inject LenderClient lender;
  @Inject LenderEvents events;
  @Inject Integrations integrations;
  @Inject OutboxMessages messages;
  @Inject Retries retries;
  @Inject AuditTrail audit;

  @Override
  public MessageKind kind() {
    return MessageKind.TELL_LENDER;
  }

  @Override
  public CompletableFuture<Delivery> deliver(Lease lease) {
    Work work = desk.prepare(lease.subject());
    if (work instanceof Work.Unwanted unwanted) {
      return CompletableFuture.completedFuture(cancelled(lease, unwanted.reason()));
    }
    if (work instanceof Work.Errand errand) {
      return lender
          .tell(errand.url(), errand.headers(), errand.body())
          .thenApply(answer -> judge(lease, errand.url(), answer));
    }
    return CompletableFuture.completedFuture(Delivery.nothingToDo());
  }

  private Delivery cancelled(Lease lease, String reason) {
    return Delivery.withoutCall(
        (message, now) -> {
          events.find(lease.subject()).ifPresent(event -> event.cancel(reason, now));
          message.cancel();
          return "";
        });
  }

  @Override
  public Delivery giveUp(Lease lease, String reason) {
    return Delivery.ofCall(
        new Call(ABANDONED, null, reason, false),
        (message, now) -> {
          events.find(lease.subject()).ifPresent(event -> event.fail(reason, now));
          message.bury();
          return "Failed: a person must look, then resend.";
        });
  }

  private Delivery judge(Lease lease, URI url, HeronAnswer answer) {
    if (answer instanceof Unanswered none) {
      Call call = new Call(none.outcome(), null, sentence(none.detail()), true);
      return again(lease, call, Optional.empty());
    }
    Answered answered = (Answered) answer;
    int status = answered.status();
    if (answered.isSuccess()) {
      return delivered(lease, status);
    }
    String said =
        "The backend answered %d: %s".formatted(status, HeronLinks.complaint(answered.body()));
    if (status == GONE) {
      return gone(lease, url, new Call(REFUSED, status, said, true));
    }
    Call call =
        status == 429
            ? new Call(RATE_LIMITED, status, said, true)
            : new Call(answered.isPassing() ? SERVER_ERROR : REFUSED, status, said, true);
    return again(lease, call, answered.retryAfter());
  }

  private static String sentence(String detail) {
    return "The backend: " + detail + ".";
  }

  private Delivery delivered(Lease lease, int status) {
    return Delivery.ofCall(
        new Call(DELIVERED, status, "The backend has taken the event.", true),
        (message, now) -> {
          attempted(lease).ifPresent(event -> event.deliver(now));
          message.complete();
          return "Delivered.";
        });
  }

  private Delivery again(Lease lease, Call call, Optional<Duration> retryAfter) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          Optional<LenderEvent> event = attempted(lease);
          Optional<Duration> wait = retries.again(message, now, retryAfter);
          event.ifPresent(each -> wait(each, call.detail(), wait, now));
          return wait.map(time -> "Next attempt in %d s.".formatted(time.toSeconds()))
              .orElse("Failed: all attempts are used up; a person may resend.");
        });
  }

  private static void wait(LenderEvent event, String why, Optional<Duration> wait, Instant now) {
    wait.ifPresentOrElse(time -> event.await(why, now.plus(time)), () -> event.fail(why, now));
  }

  /** The backend says that nobody listens there, for good. */
  private Delivery gone(Lease lease, URI url, Call call) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          attempted(lease).ifPresent(event -> event.fail(call.detail(), now));
          message.bury();
          Integration integration = integrations.findForChange(lease.integration()).orElseThrow();
          boolean sameAddress =
              integration.events().filter(each -> url.toString().equals(each.url())).isPresent();
          if (!sameAddress) {
            return "Failed. Events go to another address meanwhile; a person may resend.";
          }
          if (integration.events().filter(LenderEndpoint::isOn).isPresent()) {
            integration.loseLendersBackend("The backend answered 410: nobody listens there.", now);
            audit.record("bridge", "integration.events_gone", "integration:" + integration.id());
          }
          messages.hurry(MessageKind.TELL_LENDER, integration.id());
          return "Events are switched off until a person sets them up anew.";
        });
  }

  private Optional<LenderEvent> attempted(Lease lease) {
    Optional<LenderEvent> event = events.find(lease.subject());
    event.ifPresent(LenderEvent::countAttempt);
    return event;
  }
}
