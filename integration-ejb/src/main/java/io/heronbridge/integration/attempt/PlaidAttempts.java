package io.heronbridge.integration.attempt;

import static io.heronbridge.persistence.outbox.AttemptOutcome.ABANDONED;
import static io.heronbridge.persistence.outbox.AttemptOutcome.DELIVERED;

import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.Delivery.Call;
import io.heronbridge.integration.outbox.Retries;
import io.heronbridge.integration.plaid.PlaidException;
import io.heronbridge.integration.trace.CurrentTrace;
import io.heronbridge.persistence.outbox.OutboxMessage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Calls to Plaid that the outbox makes, and that may be repeated without harm. Plaid's client
 * blocks, so a few threads of its own make them.
 */
@ApplicationScoped
public class PlaidAttempts {
  private static final int CALLS_AT_ONCE = 8;
  private static final Duration LIMIT_PAUSE = Duration.ofSeconds(30);

  @Resource private ManagedThreadFactory threads;
  @Inject Retries retries;

  private ExecutorService callers;

  /** What the end of the attempts does to their subject, in the transaction that records it. */
  public interface Ends {

    /**
     * @return what happens next, in words for people
     */
    String done(Instant now);

    /**
     * @param code Plaid's code, or what comes nearest to one
     * @return what happens next, in words for people
     */
    String failed(String code, String why, Instant now);
  }

  @PostConstruct
  void open() {
    callers = Executors.newFixedThreadPool(CALLS_AT_ONCE, threads);
  }

  @PreDestroy
  void close() {
    callers.shutdownNow();
  }

  /**
   * @param success what Plaid has done when the call returns, in words for people
   */
  public CompletableFuture<Delivery> make(Runnable call, String success, Ends ends) {
    return CompletableFuture.supplyAsync(
        CurrentTrace.carry(() -> attempt(call, success, ends)), callers);
  }

  /** Nobody tries any longer. */
  public Delivery giveUp(String reason, Ends ends) {
    return failed(new Call(ABANDONED, null, reason, false), ABANDONED.name(), ends);
  }

  Delivery attempt(Runnable call, String success, Ends ends) {
    try {
      call.run();
    } catch (PlaidException e) {
      return judge(e, ends);
    }
    return Delivery.ofCall(
        new Call(DELIVERED, null, success, true),
        (message, now) -> {
          String next = ends.done(now);
          message.complete();
          return next;
        });
  }

  private Delivery judge(PlaidException e, Ends ends) {
    String code = e.errorCode().orElse(e.kind().name());
    return switch (e.kind()) {
      case REFUSED -> failed(called(e, true), code, ends);
      case LIMITED -> Delivery.ofCall(called(e, false), PlaidAttempts::putBack);
      case NOT_FOUND, KEYS_REFUSED, UNREACHABLE, DOWN, UNKNOWN ->
          again(called(e, true), code, ends);
    };
  }

  private static Call called(PlaidException e, boolean counts) {
    return new Call(e.kind().outcome(), null, e.getMessage(), counts);
  }

  private static Delivery failed(Call call, String code, Ends ends) {
    return Delivery.ofCall(
        call,
        (message, now) -> {
          message.bury();
          return ends.failed(code, call.detail(), now);
        });
  }

  private static String putBack(OutboxMessage message, Instant now) {
    message.putBack(now.plus(LIMIT_PAUSE), "Plaid's rate limit");
    return "Next attempt in %d s; this one does not count.".formatted(LIMIT_PAUSE.toSeconds());
  }

  private Delivery again(Call call, String code, Ends ends) {
    return Delivery.ofCall(
        call,
        (message, now) ->
            retries
                .again(message, now)
                .map(wait -> "Next attempt in %d s.".formatted(wait.toSeconds()))
                .orElseGet(() -> ends.failed(code, call.detail(), now)));
  }
}
