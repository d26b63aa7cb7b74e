package io.heronbridge.integration.heron;

import io.heronbridge.persistence.outbox.AttemptOutcome;
import java.time.Duration;
import java.util.Optional;

/** How one call to Heron ended. */
public sealed interface HeronAnswer {

  /**
   * Heron answered.
   *
   * @param body at most 64 KiB of it
   * @param retryAfter from {@code Retry-After}, when it can be read
   * @param limits from Heron's rate limit headers, when all of them can be read
   */
  record Answered(
      int status, String body, Optional<Duration> retryAfter, Optional<HeronLimits.Told> limits)
      implements HeronAnswer {
    public Answered(int status, String body, Optional<Duration> retryAfter) {
      this(status, body, retryAfter, Optional.empty());
    }

    /** The same answer with another body. */
    public Answered withBody(String other) {
      return new Answered(status, other, retryAfter, limits);
    }

    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** Heron does not know what was named, or not that address: another address may tell. */
    public boolean isUnknownThere() {
      return status == 404 || status == 405 || status == 501;
    }

    /** Whether asking again later may help. */
    public boolean isPassing() {
      return status == 408 || status == 425 || status == 429 || status >= 500;
    }
  }

  /**
   * No answer came.
   *
   * @param mayHaveTakenEffect whether the request may have reached Heron
   */
  record Unanswered(AttemptOutcome outcome, String detail, boolean mayHaveTakenEffect)
      implements HeronAnswer {}
}
