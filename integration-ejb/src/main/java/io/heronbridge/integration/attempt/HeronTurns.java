package io.heronbridge.integration.attempt;

import static io.heronbridge.persistence.outbox.AttemptOutcome.RATE_LIMITED;

import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronPermits;
import io.heronbridge.integration.heron.HeronTarget.Budget;
import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.Delivery.Call;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** What being asked to slow down means; it uses up no attempt. */
@ApplicationScoped
public class HeronTurns {
  private static final String REASON = "Heron's rate limit";

  @Inject HeronPermits permits;

  /** Heron said 429: nobody calls with the key for as long as it asks. */
  public Delivery limited(Budget budget, Answered answer) {
    Duration wait = HeronPermits.pause(answer.retryAfter());
    Call call = new Call(RATE_LIMITED, answer.status(), "Heron asked to slow down (429).", false);
    return Delivery.ofCall(
        call,
        (message, now) -> {
          Instant next = now.plus(wait);
          permits.block(budget, wait);
          message.putBack(next, REASON);
          return "Next attempt in %d s; this one does not count.".formatted(wait.toSeconds());
        });
  }
}
