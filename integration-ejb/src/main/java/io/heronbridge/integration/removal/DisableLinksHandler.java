package io.heronbridge.integration.removal;

import static io.heronbridge.persistence.outbox.AttemptOutcome.ABANDONED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.DELIVERED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.REFUSED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.SERVER_ERROR;

import io.heronbridge.integration.attempt.HeronTurns;
import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronAnswer.Unanswered;
import io.heronbridge.integration.heron.HeronClient;
import io.heronbridge.integration.heron.HeronLinks;
import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.itemstate.ItemStates;
import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.Delivery.Call;
import io.heronbridge.integration.outbox.MessageHandler;
import io.heronbridge.integration.outbox.Retries;
import io.heronbridge.persistence.integrationlink.HeronsView;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.Saying;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Tells Heron that an end user's last bank is gone. Heron's delete stops all links of an end user
 * in the integration, so nothing is sent while they have another one.
 */
@ApplicationScoped
class DisableLinksHandler implements MessageHandler {
  /** Heron has no links of that end user, or has no such call: there is nothing to stop. */
  private static final Set<Integer> NOTHING_THERE = Set.of(404, 405, 410, 501);

  @Inject DisableDesk desk;
  @Inject HeronClient heron;
  @Inject HeronTurns turns;
  @Inject IntegrationLinks links;
  @Inject ItemStates states;
  @Inject Retries retries;

  @Override
  public MessageKind kind() {
    return MessageKind.DISABLE_LINKS;
  }

  @Override
  public CompletableFuture<Delivery> deliver(Lease lease) {
    Optional<DisableDesk.DisableWork> work = desk.prepare(lease.subject());
    if (work.isEmpty()) {
      return CompletableFuture.completedFuture(Delivery.nothingToDo());
    }
    HeronTarget target = work.get().target();
    return heron
        .disableLinks(target, work.get().endUserId())
        .thenApply(answer -> judge(lease, target, answer));
  }

  private Delivery judge(Lease lease, HeronTarget target, HeronAnswer answer) {
    if (answer instanceof Unanswered none) {
      return again(new Call(none.outcome(), null, "Heron: " + none.detail() + ".", true));
    }
    Answered answered = (Answered) answer;
    int status = answered.status();
    if (answered.isSuccess()) {
      return done(lease, new Call(DELIVERED, status, "Heron stops the end user's links.", true));
    }
    if (NOTHING_THERE.contains(status)) {
      return done(lease, new Call(DELIVERED, status, "Heron has nothing to stop.", true));
    }
    if (status == 429) {
      return turns.limited(target.budget(), answered);
    }
    String said = "Heron answered %d: %s".formatted(status, HeronLinks.complaint(answered.body()));
    return answered.isPassing()
        ? again(new Call(SERVER_ERROR, status, said, true))
        : left(new Call(REFUSED, status, said, true));
  }

  private Delivery done(Lease lease, Call call) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          links.findForChange(lease.subject()).ifPresent(link -> tell(link, call, now));
          message.complete();
          return "Done.";
        });
  }

  private void tell(IntegrationLink link, Call call, Instant now) {
    link.observe(new HeronsView("sync_disabled", null, null, null), now);
    states.tell(
        link.item(),
        Saying.of(ItemEventKind.HERON_STATUS, "sync_disabled", call.detail()),
        "heron");
    // A bank connected while Heron was being told may have been stopped with the others.
    for (UUID other : links.othersAtHeron(link)) {
      links.findForChange(other).ifPresent(found -> found.readBy(now));
    }
  }

  private Delivery again(Call call) {
    return Delivery.ofCall(
        call,
        (message, now) ->
            retries
                .again(message, now)
                .map(wait -> "Next attempt in %d s.".formatted(wait.toSeconds()))
                .orElse("Given up: Heron learns from Plaid that the bank is gone."));
  }

  private static Delivery left(Call call) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          message.bury();
          return "Left: Heron learns from Plaid that the bank is gone.";
        });
  }

  @Override
  public Delivery giveUp(Lease lease, String reason) {
    return left(new Call(ABANDONED, null, reason, false));
  }
}
