package io.heronbridge.integration.relay;

import static io.heronbridge.persistence.outbox.AttemptOutcome.ABANDONED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.DELIVERED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.RATE_LIMITED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.REFUSED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.SERVER_ERROR;

import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronAnswer.Unanswered;
import io.heronbridge.integration.heron.HeronClient;
import io.heronbridge.integration.heron.HeronLinks;
import io.heronbridge.integration.metrics.BridgeMetrics;
import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.Delivery.Call;
import io.heronbridge.integration.outbox.MessageHandler;
import io.heronbridge.integration.relay.RelayDesk.RelayWork;
import io.heronbridge.integration.settings.RetrySchedule;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.OutboxMessage;
import io.heronbridge.persistence.webhook.ReceivedWebhook;
import io.heronbridge.persistence.webhook.ReceivedWebhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Passes a webhook on to Heron, byte for byte, within the five minutes for which a strict receiver
 * accepts Plaid's signature; after that, Heron is asked to refresh the link instead.
 */
@ApplicationScoped
class RelayWebhookHandler implements MessageHandler {
  /**
   * Attempts at about 0, 1, 3, 8, 20, 45, 90, 180 s: many early, and all inside the five minutes.
   */
  private static final RetrySchedule SCHEDULE =
      RetrySchedule.parse("PT1S,PT2S,PT5S,PT12S,PT25S,PT45S,PT90S");

  @Inject RelayDesk desk;
  @Inject HeronClient heron;
  @Inject ReceivedWebhooks webhooks;
  @Inject LateWebhooks late;
  @Inject BridgeMetrics metrics;
  @Inject Clock clock;

  @Override
  public MessageKind kind() {
    return MessageKind.RELAY_WEBHOOK;
  }

  @Override
  public CompletableFuture<Delivery> deliver(Lease lease) {
    Optional<RelayWork> work = desk.prepare(lease.subject());
    if (work.isEmpty()) {
      return CompletableFuture.completedFuture(Delivery.nothingToDo());
    }
    if (lease.expiresAt() != null && clock.instant().isAfter(lease.expiresAt())) {
      return CompletableFuture.completedFuture(
          Delivery.withoutCall((message, now) -> tooLate(lease, message, now)));
    }
    RelayWork relay = work.get();
    return heron
        .relay(relay.url(), relay.body(), relay.headers())
        .thenApply(answer -> judge(lease, answer));
  }

  @Override
  public Delivery giveUp(Lease lease, String reason) {
    Call call = new Call(ABANDONED, null, reason, false);
    return Delivery.ofCall(
        call,
        (message, now) -> {
          webhooks.find(lease.subject()).ifPresent(webhook -> webhook.fail(reason));
          message.bury();
          return "Failed: a person must look, then resend.";
        });
  }

  private Delivery judge(Lease lease, HeronAnswer answer) {
    if (answer instanceof Unanswered none) {
      return again(
          lease,
          new Call(none.outcome(), null, "Heron: " + none.detail() + ".", true),
          Optional.empty());
    }
    Answered answered = (Answered) answer;
    int status = answered.status();
    if (answered.isSuccess()) {
      return delivered(lease, status);
    }
    String said = "Heron answered %d: %s".formatted(status, HeronLinks.complaint(answered.body()));
    if (answered.isPassing()) {
      AttemptOutcome outcome = status == 429 ? RATE_LIMITED : SERVER_ERROR;
      return again(lease, new Call(outcome, status, said, true), answered.retryAfter());
    }
    return refused(lease, new Call(REFUSED, status, said, true));
  }

  private Delivery delivered(Lease lease, int status) {
    return Delivery.ofCall(
        new Call(DELIVERED, status, "Heron accepted the webhook.", true),
        (message, now) -> {
          ReceivedWebhook webhook = attempted(lease);
          webhook.deliver(now);
          message.complete();
          metrics.relayed(Duration.between(webhook.receivedAt(), now));
          return "Delivered.";
        });
  }

  private Delivery again(Lease lease, Call call, Optional<Duration> retryAfter) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          ReceivedWebhook webhook = attempted(lease);
          Optional<Duration> wait =
              SCHEDULE.waitAfter(message.attempts(), ThreadLocalRandom.current().nextDouble());
          Duration asked = retryAfter.orElse(Duration.ZERO);
          Instant next =
              now.plus(wait.filter(planned -> planned.compareTo(asked) > 0).orElse(asked));
          if (wait.isEmpty() || message.expiresAt().filter(next::isAfter).isPresent()) {
            return tooLate(webhook, message, now);
          }
          webhook.await(call.detail());
          message.retry(next, true);
          return "Next attempt in %d s.".formatted(Duration.between(now, next).toSeconds());
        });
  }

  private Delivery refused(Lease lease, Call call) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          ReceivedWebhook webhook = attempted(lease);
          message.bury();
          if (late.requestRefresh(webhook, call.detail())) {
            return "Heron is asked to refresh the link instead.";
          }
          webhook.fail(call.detail());
          return "Failed: Heron refused it.";
        });
  }

  private String tooLate(Lease lease, OutboxMessage message, Instant now) {
    return tooLate(webhooks.find(lease.subject()).orElseThrow(), message, now);
  }

  private String tooLate(ReceivedWebhook webhook, OutboxMessage message, Instant now) {
    message.bury();
    if (late.requestRefresh(webhook, "Its five minutes were over before Heron accepted it.")) {
      return "Too late to relay: Heron is asked to refresh the link instead.";
    }
    webhook.fail("Its five minutes were over, and Heron has no link to refresh.");
    return "Failed: too late to relay, and Heron has no link to refresh.";
  }

  private ReceivedWebhook attempted(Lease lease) {
    ReceivedWebhook webhook = webhooks.find(lease.subject()).orElseThrow();
    webhook.countAttempt();
    return webhook;
  }
}
