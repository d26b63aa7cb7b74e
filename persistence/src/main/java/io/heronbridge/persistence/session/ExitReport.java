package io.heronbridge.persistence.session;

import java.util.Optional;

/**
 * What Plaid Link said when the end user left it without success. Nothing in it is trusted: it
 * comes from a browser.
 *
 * @param displayMessage Plaid's words for the end user
 * @param status the step they had reached, in Plaid's words
 * @param plaidSessionId Plaid's {@code link_session_id}, for its support
 */
public record ExitReport(
    Optional<Fault> fault,
    Optional<String> displayMessage,
    Optional<String> status,
    Optional<String> institutionId,
    Optional<String> institutionName,
    Optional<String> plaidSessionId,
    Optional<String> requestId) {

  /** Plaid's error; there is none when the end user simply closed the window. */
  public record Fault(String type, String code, Optional<String> message) {}

  /** Plaid's error code. */
  public Optional<String> errorCode() {
    return fault.map(Fault::code);
  }
}
