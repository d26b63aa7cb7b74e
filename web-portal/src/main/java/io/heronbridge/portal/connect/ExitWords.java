package io.heronbridge.portal.connect;

import io.heronbridge.persistence.session.ExitReport;
import java.util.Map;
import java.util.Optional;

/**
 * How the end user is told that Plaid Link ended without success.
 *
 * @param text plain words; Plaid's own where it offers some
 * @param calm nothing went wrong: they left by themselves
 */
record ExitWords(String text, boolean calm) {
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("INVALID_LINK_TOKEN", "The secure window was open for too long."),
          Map.entry("INVALID_CREDENTIALS", "{bank} did not accept the sign-in details."),
          Map.entry("INSUFFICIENT_CREDENTIALS", "The sign-in at {bank} was not finished."),
          Map.entry("INVALID_MFA", "{bank} did not accept the code or answer."),
          Map.entry("INVALID_OTP", "{bank} did not accept the code."),
          Map.entry("USER_INPUT_TIMEOUT", "The sign-in at {bank} took too long."),
          Map.entry(
              "ITEM_LOCKED",
              "{bank} has locked your online access. Unlock it there first, please."),
          Map.entry(
              "USER_SETUP_REQUIRED",
              "{bank} wants something from you first. Sign in on its own website, then come back."),
          Map.entry("ACCESS_NOT_GRANTED", "{bank} was not given the permission it asked for."),
          Map.entry("NO_ACCOUNTS", "{bank} showed no account that can be connected."),
          Map.entry(
              "MFA_NOT_SUPPORTED", "{bank} asks for a kind of sign-in that does not work here."),
          Map.entry("INSTITUTION_DOWN", "{bank} does not answer just now."),
          Map.entry("INSTITUTION_NOT_RESPONDING", "{bank} does not answer just now."),
          Map.entry("INSTITUTION_NOT_AVAILABLE", "{bank} does not answer just now."),
          Map.entry("PLANNED_MAINTENANCE", "Bank connections are being maintained just now."),
          Map.entry(
              "INSTITUTION_NO_LONGER_SUPPORTED", "{bank} cannot be connected this way any more."),
          Map.entry("INSTITUTION_NOT_FOUND", "{bank} cannot be connected this way."),
          Map.entry("RATE_LIMIT", "There were too many attempts just now."),
          Map.entry("RATE_LIMIT_EXCEEDED", "There were too many attempts just now."),
          Map.entry("INSTITUTION_RATE_LIMIT", "{bank} gets too many requests just now."),
          Map.entry(
              "OAUTH_STATE_ID_ALREADY_PROCESSED",
              "Your bank's answer works once, and it was used before this page was reloaded."));

  /**
   * @param updated the bank that was to be reconnected; empty for a new one
   */
  static ExitWords of(ExitReport report, Optional<String> updated) {
    if (report.fault().isEmpty() && report.displayMessage().isEmpty()) {
      return left(report, updated);
    }
    String bank = updated.or(report::institutionName).orElse("Your bank");
    String reason =
        report
            .displayMessage()
            .map(ExitWords::sentence)
            .orElseGet(() -> reason(report.fault().orElseThrow()).replace("{bank}", bank));
    return new ExitWords(reason + next(reason, updated), false);
  }

  private static String reason(ExitReport.Fault fault) {
    String otherwise =
        fault.type().equals("OAUTH_ERROR")
            ? "You came back from your bank to another window than the one you started in."
            : "{bank} could not be connected this time.";
    return REASONS.getOrDefault(fault.code(), otherwise);
  }

  private static String next(String reason, Optional<String> updated) {
    String shared = updated.isPresent() ? "" : " Nothing was shared.";
    return reason.contains("try again") ? shared : shared + " You can press the button again.";
  }

  private static ExitWords left(ExitReport report, Optional<String> updated) {
    if (updated.isPresent()) {
      return new ExitWords(
          "You closed the window, so nothing has changed at " + updated.get() + ".", true);
    }
    String text =
        switch (report.status().orElse("")) {
          case "institution_not_found" ->
              "If your bank was not in the list, try another one. Nothing was shared.";
          case "institution_not_supported" ->
              "That bank cannot be connected this way. Nothing was shared; you can try another one.";
          default ->
              report.institutionName().map(bank -> bank + " was").orElse("No bank was")
                  + (report.institutionName().isPresent() ? " not connected." : " connected.")
                  + " Nothing was shared.";
        };
    return new ExitWords(text, true);
  }

  private static String sentence(String text) {
    return text.matches(".*[.!?…]") ? text : text + ".";
  }
}
