package io.heronbridge.portal.connect;

import io.heronbridge.persistence.session.ExitReport;
import io.heronbridge.portal.page.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the end user is told that Plaid Link ended without success.
 *
 * @param text plain words; Plaid's own where it offers some
 * @param calm nothing went wrong: they left by themselves
 */
record ExitWords(String text, boolean calm) {
  /** The texts for Plaid's error codes. */
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("INVALID_LINK_TOKEN", "window"),
          Map.entry("INVALID_CREDENTIALS", "details"),
          Map.entry("INSUFFICIENT_CREDENTIALS", "unfinished"),
          Map.entry("INVALID_MFA", "answer"),
          Map.entry("INVALID_OTP", "code"),
          Map.entry("USER_INPUT_TIMEOUT", "slow"),
          Map.entry("ITEM_LOCKED", "locked"),
          Map.entry("USER_SETUP_REQUIRED", "setup"),
          Map.entry("ACCESS_NOT_GRANTED", "permission"),
          Map.entry("NO_ACCOUNTS", "no-accounts"),
          Map.entry("MFA_NOT_SUPPORTED", "kind"),
          Map.entry("INSTITUTION_DOWN", "down"),
          Map.entry("INSTITUTION_NOT_RESPONDING", "down"),
          Map.entry("INSTITUTION_NOT_AVAILABLE", "down"),
          Map.entry("PLANNED_MAINTENANCE", "maintenance"),
          Map.entry("INSTITUTION_NO_LONGER_SUPPORTED", "no-longer"),
          Map.entry("INSTITUTION_NOT_FOUND", "not-this-way"),
          Map.entry("RATE_LIMIT", "too-many"),
          Map.entry("RATE_LIMIT_EXCEEDED", "too-many"),
          Map.entry("INSTITUTION_RATE_LIMIT", "busy"),
          Map.entry("OAUTH_STATE_ID_ALREADY_PROCESSED", "once"));

  /**
   * @param updated the bank that was to be reconnected; empty for a new one
   */
  static ExitWords of(ExitReport report, Optional<String> updated, Texts texts) {
    if (report.fault().isEmpty() && report.displayMessage().isEmpty()) {
      return new ExitWords(left(report, updated, texts), true);
    }
    String bank = updated.or(report::institutionName).orElseGet(() -> texts.say("your-bank"));
    String reason =
        report
            .displayMessage()
            .map(ExitWords::sentence)
            .orElseGet(() -> texts.say("exit." + reason(report.fault().orElseThrow()), bank));
    List<String> sentences = new ArrayList<>(List.of(reason));
    if (updated.isEmpty()) {
      sentences.add(texts.say("exit.shared"));
    }
    sentences.add(texts.say("exit.again"));
    return new ExitWords(String.join(" ", sentences), false);
  }

  private static String reason(ExitReport.Fault fault) {
    String otherwise = fault.type().equals("OAUTH_ERROR") ? "other-window" : "otherwise";
    return REASONS.getOrDefault(fault.code(), otherwise);
  }

  private static String left(ExitReport report, Optional<String> updated, Texts texts) {
    if (updated.isPresent()) {
      return texts.say("exit.left.update", updated.get());
    }
    return switch (report.status().orElse("")) {
      case "institution_not_found" -> texts.say("exit.left.not-found");
      case "institution_not_supported" -> texts.say("exit.left.not-supported");
      default ->
          report
              .institutionName()
              .map(bank -> texts.say("exit.left.bank", bank))
              .orElseGet(() -> texts.say("exit.left"));
    };
  }

  private static String sentence(String text) {
    return text.matches(".*[.!?…]") ? text : text + ".";
  }
}
