package io.heronbridge.integration.plaid;

import io.heronbridge.persistence.outbox.AttemptOutcome;
import io.heronbridge.persistence.secret.Redaction;
import java.util.Optional;

/** Plaid did not answer with success; the kind tells what that means for the caller. */
public class PlaidException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String call;
  private final String errorCode;
  private final String requestId;
  private final String said;

  /** What a failure means. */
  public enum Kind {
    /** Plaid understood and refused; repeating will not help. */
    REFUSED(AttemptOutcome.REFUSED),
    /** Plaid, or what answers in its place, knows no such thing (404 without a code). */
    NOT_FOUND(AttemptOutcome.REFUSED),
    /** Plaid refuses our keys, or our use of them; nothing was done. */
    KEYS_REFUSED(AttemptOutcome.UNAUTHORISED),
    /** Too many calls; nothing was done. */
    LIMITED(AttemptOutcome.RATE_LIMITED),
    /** The call never reached Plaid; nothing was done. */
    UNREACHABLE(AttemptOutcome.CONNECTION),
    /** Plaid is down; a read may be repeated, but an exchange may have happened. */
    DOWN(AttemptOutcome.SERVER_ERROR),
    /** No usable answer came: the call may or may not have taken effect. */
    UNKNOWN(AttemptOutcome.GARBLED);

    private final AttemptOutcome outcome;

    Kind(AttemptOutcome outcome) {
      this.outcome = outcome;
    }

    /** How an attempt with this end is written down. */
    public AttemptOutcome outcome() {
      return outcome;
    }
  }

  PlaidException(Kind kind, String call, String errorCode, String requestId, String message) {
    super(
        "%s: %s (%s, request_id %s)".formatted(call, Redaction.of(message), errorCode, requestId));
    this.kind = kind;
    this.call = call;
    this.errorCode = errorCode;
    this.requestId = requestId;
    this.said = Redaction.of(message);
  }

  PlaidException(Kind kind, String call, Throwable cause) {
    // The cause's own text could quote a request; its class says enough.
    super("%s: %s (%s)".formatted(call, kind, cause.getClass().getSimpleName()));
    this.kind = kind;
    this.call = call;
    this.errorCode = null;
    this.requestId = null;
    this.said = null;
  }

  public Kind kind() {
    return kind;
  }

  public String call() {
    return call;
  }

  /** Plaid's {@code error_code}. */
  public Optional<String> errorCode() {
    return Optional.ofNullable(errorCode);
  }

  /** Plaid's {@code request_id}, which its support asks for. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /** Plaid's own words, without tokens. */
  public Optional<String> said() {
    return Optional.ofNullable(said);
  }

  public boolean hasCode(String code) {
    return code.equals(errorCode);
  }
}
