package io.heronbridge.integration.outbox;

import io.heronbridge.persistence.outbox.AttemptOutcome;
import io.heronbridge.persistence.outbox.OutboxMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * How one attempt ended, and what is to be done about it.
 *
 * @param call what the other side did; empty when no call was made, and then no attempt is recorded
 * @param settlement applied in the transaction that records the attempt
 */
public record Delivery(Optional<Call> call, Settlement settlement) {

  /**
   * One call and its end.
   *
   * @param httpStatus null when no answer came
   * @param detail short, without secrets
   * @param counts whether it uses up the retry budget; being rate limited does not
   */
  public record Call(AttemptOutcome outcome, Integer httpStatus, String detail, boolean counts) {}

  /** Moves the message, and whatever it is about, to where the outcome leads. */
  public interface Settlement {

    /**
     * @return what happens next, in words for people
     */
    String settle(OutboxMessage message, Instant now);
  }

  public static Delivery ofCall(Call call, Settlement settlement) {
    return new Delivery(Optional.of(call), settlement);
  }

  public static Delivery withoutCall(Settlement settlement) {
    return new Delivery(Optional.empty(), settlement);
  }

  /**
   * The integration was paused after the claim: the message is held, as if it had not been made.
   */
  public static Delivery paused() {
    return withoutCall(
        (message, now) -> {
          message.putBack(now, "the integration is paused");
          return "";
        });
  }

  /** What the message was about is gone or already done: it completes without a call. */
  public static Delivery nothingToDo() {
    return withoutCall(
        (message, now) -> {
          message.complete();
          return "";
        });
  }
}
