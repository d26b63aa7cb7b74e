package io.heronbridge.integration.webhookmove;

import static io.heronbridge.persistence.outbox.AttemptOutcome.ABANDONED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.CONNECTION;
import static io.heronbridge.persistence.outbox.AttemptOutcome.DELIVERED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.GARBLED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.RATE_LIMITED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.REFUSED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.SERVER_ERROR;
import static io.heronbridge.persistence.outbox.AttemptOutcome.UNAUTHORISED;

import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.Delivery.Call;
import io.heronbridge.integration.outbox.MessageHandler;
import io.heronbridge.integration.outbox.Retries;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.integration.plaid.PlaidException;
import io.heronbridge.persistence.item.Items;
import io.heronbridge.persistence.item.WebhookMove;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Tells Plaid where an item's webhooks go. Telling it twice does no harm. Plaid's client blocks, so
 * a few threads of its own make the calls.
 */
@ApplicationScoped
class MoveWebhookHandler implements MessageHandler {
  private static final int CALLS_AT_ONCE = 8;
  private static final Duration LIMIT_PAUSE = Duration.ofSeconds(30);

  @Resource private ManagedThreadFactory threads;
  @Inject MoveDesk desk;
  @Inject PlaidClient plaid;
  @Inject Items items;
  @Inject Retries retries;

  private ExecutorService callers;

  @PostConstruct
  void open() {
    callers = Executors.newFixedThreadPool(CALLS_AT_ONCE, threads);
  }

  @PreDestroy
  void close() {
    callers.shutdownNow();
  }

  @Override
  public MessageKind kind() {
    return MessageKind.MOVE_WEBHOOK;
  }

  @Override
  public CompletableFuture<Delivery> deliver(Lease lease) {
    Optional<MoveDesk.MoveWork> work = desk.prepare(lease.subject());
    return work.isEmpty()
        ? CompletableFuture.completedFuture(Delivery.nothingToDo())
        : CompletableFuture.supplyAsync(() -> move(lease, work.get()), callers);
  }

  @Override
  public Delivery giveUp(Lease lease, String reason) {
    return failed(lease, new Call(ABANDONED, null, reason, false));
  }

  private Delivery move(Lease lease, MoveDesk.MoveWork work) {
    try {
      plaid.updateWebhook(work.target(), work.accessToken(), work.url());
      return moved(lease);
    } catch (PlaidException e) {
      String said = e.getMessage();
      return switch (e.kind()) {
        case REFUSED, NOT_FOUND -> failed(lease, new Call(REFUSED, null, said, true));
        case LIMITED -> later(new Call(RATE_LIMITED, null, said, false));
        case KEYS_REFUSED -> again(lease, new Call(UNAUTHORISED, null, said, true));
        case UNREACHABLE -> again(lease, new Call(CONNECTION, null, said, true));
        case DOWN -> again(lease, new Call(SERVER_ERROR, null, said, true));
        case UNKNOWN -> again(lease, new Call(GARBLED, null, said, true));
      };
    }
  }

  private Delivery moved(Lease lease) {
    return Delivery.ofCall(
        new Call(DELIVERED, null, "Plaid sends the item's webhooks to the new address.", true),
        (message, now) -> {
          change(lease, move -> move.moved(now));
          message.complete(now);
          return "Moved.";
        });
  }

  private static Delivery later(Call call) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          message.putBack(now.plus(LIMIT_PAUSE), "Plaid's rate limit");
          return "Next attempt in %d s; this one does not count."
              .formatted(LIMIT_PAUSE.toSeconds());
        });
  }

  private Delivery again(Lease lease, Call call) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          Optional<Duration> wait = retries.again(message, now);
          if (wait.isEmpty()) {
            change(lease, move -> move.fail(call.detail(), now));
            return "Failed: all attempts are used up.";
          }
          return "Next attempt in %d s.".formatted(wait.get().toSeconds());
        });
  }

  private Delivery failed(Lease lease, Call call) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          change(lease, move -> move.fail(call.detail(), now));
          message.bury(now);
          return "Failed: Plaid sends the item's webhooks where it did before.";
        });
  }

  private void change(Lease lease, Consumer<WebhookMove> verb) {
    items.webhookMoveForChange(lease.subject()).ifPresent(verb);
  }
}
