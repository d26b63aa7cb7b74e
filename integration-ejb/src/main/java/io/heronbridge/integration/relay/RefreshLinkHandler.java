package io.heronbridge.integration.relay;

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
import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.Delivery.Call;
import io.heronbridge.integration.outbox.MessageHandler;
import io.heronbridge.integration.outbox.Retries;
import io.heronbridge.integration.reading.HeronNews;
import io.heronbridge.integration.reading.ReadingSchedule;
import io.heronbridge.persistence.integrationlink.IntegrationLink;
import io.heronbridge.persistence.integrationlink.IntegrationLinks;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks Heron to pull an item's data. Asking twice does no harm. */
@ApplicationScoped
class RefreshLinkHandler implements MessageHandler {
  @Inject RefreshDesk desk;
  @Inject HeronClient heron;
  @Inject IntegrationLinks links;
  @Inject ReceivedWebhooks webhooks;
  @Inject Retries retries;
  @Inject HeronNews news;
  @Inject HeronTurns turns;

  @Override
  public MessageKind kind() {
    return MessageKind.REFRESH_LINK;
  }

  @Override
  public CompletableFuture<Delivery> deliver(Lease lease) {
    Optional<RefreshDesk.RefreshWork> work = desk.prepare(lease.subject());
    if (work.isEmpty()) {
      return CompletableFuture.completedFuture(Delivery.nothingToDo());
    }
    HeronTarget target = work.get().target();
    return heron
        .refresh(target, work.get().itemId())
        .thenApply(answer -> judge(lease, target, answer));
  }

  @Override
  public Delivery giveUp(Lease lease, String reason) {
    return failed(lease, new Call(ABANDONED, null, reason, false));
  }

  private Delivery judge(Lease lease, HeronTarget target, HeronAnswer answer) {
    if (answer instanceof Unanswered none) {
      return again(lease, new Call(none.outcome(), null, "Heron: " + none.detail() + ".", true));
    }
    Answered answered = (Answered) answer;
    if (answered.isSuccess()) {
      return refreshed(lease, answered);
    }
    int status = answered.status();
    String said = "Heron answered %d: %s".formatted(status, HeronLinks.complaint(answered.body()));
    if (status == 429) {
      return turns.limited(target.budget(), answered);
    }
    return answered.isPassing()
        ? again(lease, new Call(SERVER_ERROR, status, said, true))
        : failed(lease, new Call(REFUSED, status, said, true));
  }

  private Delivery refreshed(Lease lease, Answered answer) {
    return Delivery.ofCall(
        new Call(DELIVERED, answer.status(), "Heron takes up the refresh.", true),
        (message, now) -> {
          IntegrationLink link = links.findForChange(lease.subject()).orElseThrow();
          HeronLinks.inAnswer(answer.body()).ifPresent(view -> news.heed(link, view, now));
          link.readBy(now.plus(ReadingSchedule.AFTER_REFRESH));
          message.complete();
          return "Requested; Heron pulls the data.";
        });
  }

  private Delivery again(Lease lease, Call call) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          Optional<Duration> wait = retries.again(message, now);
          if (wait.isEmpty()) {
            fail(lease, call);
            return "Failed: Heron could not be asked.";
          }
          return "Next attempt in %d s.".formatted(wait.get().toSeconds());
        });
  }

  private Delivery failed(Lease lease, Call call) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          fail(lease, call);
          message.bury();
          return "Failed: Heron did not take the refresh.";
        });
  }

  private void fail(Lease lease, Call call) {
    links
        .find(lease.subject())
        .ifPresent(
            link ->
                webhooks
                    .awaitingRefresh(link.item().itemId().value())
                    .forEach(webhook -> webhook.fail(call.detail())));
  }
}
