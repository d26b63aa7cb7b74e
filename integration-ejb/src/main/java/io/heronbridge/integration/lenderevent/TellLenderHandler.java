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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

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
    return settled(
        lease,
        Optional.empty(),
        promised -> {
          promised.cancel(reason);
          return "";
        });
  }

  @Override
  public Delivery giveUp(Lease lease, String reason) {
    return settled(
        lease,
        Optional.of(new Call(ABANDONED, null, reason, false)),
        promised -> {
          promised.fail(reason);
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
    return settled(
        lease,
        Optional.of(new Call(DELIVERED, status, "The backend has taken the event.", true)),
        promised -> {
          promised.deliver();
          return "Delivered.";
        });
  }

  private Delivery again(Lease lease, Call call, Optional<Duration> retryAfter) {
    return settled(
        lease,
        Optional.of(call),
        promised ->
            promised
                .again(retries, retryAfter, call.detail())
                .map(time -> "Next attempt in %d s.".formatted(time.toSeconds()))
                .orElse("Failed: all attempts are used up; a person may resend."));
  }

  private Delivery gone(Lease lease, URI url, Call call) {
    return settled(
        lease,
        Optional.of(call),
        promised -> {
          promised.fail(call.detail());
          return switchOff(lease.integration(), url, promised.now());
        });
  }

  /** The backend says that nobody listens there, for good. */
  private String switchOff(UUID id, URI url, Instant now) {
    Integration integration = integrations.findForChange(id).orElseThrow();
    boolean sameAddress =
        integration.events().filter(each -> url.toString().equals(each.url())).isPresent();
    if (!sameAddress) {
      return "Failed. Events go to another address meanwhile; a person may resend.";
    }
    if (integration.events().filter(LenderEndpoint::isOn).isPresent()) {
      integration.loseLendersBackend("The backend answered 410: nobody listens there.", now);
      audit.record("bridge", "integration.events_gone", "integration:" + id);
    }
    messages.hurry(MessageKind.TELL_LENDER, id);
    return "Events are switched off until a person sets them up anew.";
  }

  /**
   * @param call empty when none was made
   * @param step returns what happens next, in words for people
   */
  private Delivery settled(Lease lease, Optional<Call> call, Function<PromisedEvent, String> step) {
    return new Delivery(
        call,
        (message, now) -> {
          Optional<LenderEvent> event = events.find(lease.subject());
          if (call.filter(Call::counts).isPresent()) {
            event.ifPresent(LenderEvent::countAttempt);
          }
          return step.apply(new PromisedEvent(event, message, now));
        });
  }
}
