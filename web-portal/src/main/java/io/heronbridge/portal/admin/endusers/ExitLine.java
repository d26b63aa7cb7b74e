package io.heronbridge.portal.admin.endusers;

import io.heronbridge.integration.link.ExitView;
import io.heronbridge.persistence.session.ExitReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One time Link was left, as an operator reads it.
 *
 * @param tone {@code warning} when somebody may have to act
 * @param ids what Plaid's support and the log are searched for
 */
public record ExitLine(ExitView exit, String cause, String advice, String tone, List<Id> ids) {

  /** An id and what it is called where it comes from. */
  public record Id(String name, String value) {}

  private static final Set<String> SIGN_IN =
      Set.of(
          "INVALID_CREDENTIALS",
          "INSUFFICIENT_CREDENTIALS",
          "INVALID_MFA",
          "INVALID_OTP",
          "USER_INPUT_TIMEOUT",
          "ACCESS_NOT_GRANTED",
          "MFA_NOT_SUPPORTED");
  private static final Set<String> AT_THE_BANK =
      Set.of("ITEM_LOCKED", "USER_SETUP_REQUIRED", "NO_ACCOUNTS", "ITEM_NOT_SUPPORTED");
  private static final Set<String> LATER =
      Set.of(
          "INSTITUTION_DOWN",
          "INSTITUTION_NOT_RESPONDING",
          "INSTITUTION_NOT_AVAILABLE",
          "PLANNED_MAINTENANCE",
          "INTERNAL_SERVER_ERROR",
          "RATE_LIMIT",
          "INSTITUTION_RATE_LIMIT");
  private static final Map<String, String> STEPS =
      Map.of(
          "requires_credentials", "at the bank's sign-in",
          "requires_code", "when the bank asked for a code",
          "requires_questions", "when the bank asked a security question",
          "requires_selections", "when the bank asked a security question",
          "choose_device", "when asked where to send a code",
          "requires_account_selection", "when choosing accounts",
          "requires_oauth", "before going to the bank's own site",
          "institution_not_found", "without finding their bank",
          "institution_not_supported", "at a bank that Plaid does not support");

  public static ExitLine of(ExitView exit) {
    ExitReport report = exit.report();
    Optional<ExitReport.Fault> fault = report.fault();
    return new ExitLine(
        exit,
        fault.map(ExitLine::cause).orElseGet(() -> left(report)),
        fault.map(ExitLine::advice).orElse("Nothing is wrong: they left by themselves."),
        fault.isPresent() ? "warning" : "withdrawn",
        ids(exit));
  }

  private static String left(ExitReport report) {
    String step = report.status().map(status -> STEPS.getOrDefault(status, "")).orElse("");
    return step.isEmpty() ? "Closed the window" : "Closed the window " + step;
  }

  private static String cause(ExitReport.Fault fault) {
    String code = fault.code();
    if (code.equals("INVALID_LINK_TOKEN")) {
      return "The link token had expired or was used up";
    }
    if (fault.type().equals("OAUTH_ERROR")) {
      return "The return from the bank did not fit this session";
    }
    if (SIGN_IN.contains(code)) {
      return "The sign-in at the bank failed";
    }
    if (AT_THE_BANK.contains(code)) {
      return "The bank wants something from the end user";
    }
    if (LATER.contains(code)) {
      return "Plaid or the bank did not answer";
    }
    return "Plaid Link ended with an error";
  }

  private static String advice(ExitReport.Fault fault) {
    String code = fault.code();
    if (code.equals("INVALID_LINK_TOKEN")) {
      return "The page fetches a fresh one by itself. Seen often: compare the integration's"
          + " environment with the keys.";
    }
    if (fault.type().equals("OAUTH_ERROR")) {
      return "They reloaded the page, or came back in another window. Ask them to press the button"
          + " again.";
    }
    if (SIGN_IN.contains(code)) {
      return "They can try again. If they are sure of their details, look up the bank in Plaid's"
          + " dashboard under Institution status.";
    }
    if (AT_THE_BANK.contains(code)) {
      return "Ask them to sign in on the bank's own website first, then to try again.";
    }
    if (LATER.contains(code)) {
      return "Ask them to try again later; Plaid's status page tells when.";
    }
    return "Search Plaid's documents for the code, or give Plaid's support the ids below.";
  }

  private static List<Id> ids(ExitView exit) {
    ExitReport report = exit.report();
    return Stream.of(
            report.plaidSessionId().map(id -> new Id("link_session_id", id)),
            report.requestId().map(id -> new Id("request_id", id)),
            exit.itemId().map(id -> new Id("item_id", id)),
            report.institutionId().map(id -> new Id("institution_id", id)),
            Optional.of(new Id("link session", exit.linkSession().toString())))
        .flatMap(Optional::stream)
        .toList();
  }
}
