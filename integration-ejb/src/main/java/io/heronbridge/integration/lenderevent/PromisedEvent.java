package io.heronbridge.integration.lenderevent;

import io.heronbridge.integration.outbox.Retries;
import io.heronbridge.persistence.lenderevent.LenderEvent;
import io.heronbridge.persistence.outbox.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An event and the message that promises it, at the end of an attempt: they go the same way.
 *
 * @param event empty when it is gone
 */
record PromisedEvent(Optional<LenderEvent> event, OutboxMessage message, Instant now) {

  void deliver() {
    event.ifPresent(each -> each.deliver(now));
    message.complete();
  }

  void fail(String why) {
    event.ifPresent(each -> each.fail(why, now));
    message.bury();
  }

  void cancel(String why) {
    event.ifPresent(each -> each.cancel(why, now));
    message.cancel();
  }

  /**
   * Both wait for the next attempt, or fail after the last.
   *
   * @param asked by the backend
   * @return how long they wait
   */
  Optional<Duration> again(Retries retries, Optional<Duration> asked, String why) {
    Optional<Duration> wait = retries.again(message, now, asked);
    event.ifPresent(
        each ->
            wait.ifPresentOrElse(
                time -> each.await(why, now.plus(time)), () -> each.fail(why, now)));
    return wait;
  }
}
