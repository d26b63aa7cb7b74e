package io.heronbridge.integration.setup;

import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronAnswer.Unanswered;
import io.heronbridge.integration.heron.HeronLinks;
import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.Optional;

/**
 * Heron did not do what a caller asked for.
 *
 * <p>Carries the HTTP status our own caller should see: 502 when only a person can mend it, 503
 * when it is worth trying again.
 */
@ApplicationException(rollback = true)
public class HeronFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final int httpStatus;
  private final Duration pause;

  private HeronFault(int httpStatus, String message) {
    this(httpStatus, message, PAUSE);
  }

  private HeronFault(int httpStatus, String message, Duration pause) {
    super(message);
    this.httpStatus = httpStatus;
    this.pause = pause;
  }

  /** Heron was not asked: the requests of this minute are used up. */
  static HeronFault busy(Duration wait) {
    return new HeronFault(
        503, "Heron's rate limit is used up just now: try again in a moment.", wait);
  }

  /** Heron told no list, or did not create what it was asked to. */
  static HeronFault of(HeronAnswer answer) {
    if (answer instanceof Unanswered none) {
      String doubt =
          none.mayHaveTakenEffect()
              ? " It may have taken effect all the same: read the list before trying again."
              : "";
      return new HeronFault(503, "Heron did not answer: " + none.detail() + "." + doubt);
    }
    Answered answered = (Answered) answer;
    int status = answered.status();
    return switch (status) {
      case 401, 403 ->
          new HeronFault(
              502, "Heron refuses the API key (" + status + "): enter the one from its dashboard.");
      case 404, 405, 501 ->
          new HeronFault(
              502,
              "This Heron does not offer its integrations to API keys ("
                  + status
                  + "): copy the link URL from its dashboard, Settings, Integrations, View.");
      default -> other(answered);
    };
  }

  private static HeronFault other(Answered answered) {
    if (answered.isSuccess()) {
      return new HeronFault(502, "Heron's answer could not be read: something else may answer.");
    }
    return new HeronFault(
        answered.isPassing() ? 503 : 502,
        "Heron answered " + answered.status() + ": " + HeronLinks.complaint(answered.body()));
  }

  public int httpStatus() {
    return httpStatus;
  }

  /** When it is worth trying again; empty when a person must mend something first. */
  public Optional<Duration> retryAfter() {
    return httpStatus == 503 ? Optional.of(pause) : Optional.empty();
  }
}
