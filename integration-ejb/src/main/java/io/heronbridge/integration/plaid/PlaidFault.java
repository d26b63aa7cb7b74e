package io.heronbridge.integration.plaid;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.Optional;

/**
 * Plaid could not do what a caller asked for; nothing was changed unless {@link #goesOn()}.
 *
 * <p>Carries the HTTP status our own caller should see: 422 when Plaid refused the input, 502 when
 * it refuses our keys, 503 when it is worth trying again.
 */
@ApplicationException(rollback = true)
public class PlaidFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Duration LIMITED = Duration.ofSeconds(30);
  private static final Duration DOWN = Duration.ofSeconds(10);

  private final int httpStatus;
  private final boolean goesOn;
  private final transient Optional<String> errorCode;
  private final transient Optional<String> requestId;
  private final transient Optional<Duration> retryAfter;

  public PlaidFault(PlaidException cause) {
    this(cause, sentence(cause), false);
  }

  private PlaidFault(PlaidException cause, String sentence, boolean goesOn) {
    super(sentence, cause);
    this.goesOn = goesOn;
    this.errorCode = cause.errorCode();
    this.requestId = cause.requestId();
    this.httpStatus =
        switch (cause.kind()) {
          case REFUSED -> 422;
          case KEYS_REFUSED -> 502;
          default -> 503;
        };
    this.retryAfter =
        switch (cause.kind()) {
          case REFUSED -> Optional.empty();
          case KEYS_REFUSED, LIMITED -> Optional.of(LIMITED);
          default -> Optional.of(DOWN);
        };
  }

  /** Plaid's answer did not come; what was asked for is being carried through all the same. */
  public static PlaidFault ofWorkThatGoesOn(PlaidException cause) {
    return new PlaidFault(
        cause, "Plaid does not answer just now; this is carried on without you.", true);
  }

  private static String sentence(PlaidException cause) {
    return switch (cause.kind()) {
      case REFUSED -> "Plaid refused this: " + cause.errorCode().orElse("no code") + ".";
      case KEYS_REFUSED ->
          "Plaid refuses the integration's client_id or secret ("
              + cause.errorCode().orElse("no code")
              + "): compare them with Plaid's dashboard.";
      case LIMITED -> "Plaid limits the number of calls just now; try again.";
      default -> "Plaid does not answer just now; try again.";
    };
  }

  /** Whether the bridge goes on by itself; otherwise nothing was changed. */
  public boolean goesOn() {
    return goesOn;
  }

  public int httpStatus() {
    return httpStatus;
  }

  /** Plaid's own code. */
  public Optional<String> errorCode() {
    return errorCode;
  }

  public Optional<String> requestId() {
    return requestId;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
