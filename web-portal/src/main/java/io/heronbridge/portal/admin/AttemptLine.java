package io.heronbridge.portal.admin;

import io.heronbridge.integration.item.AttemptView;
import java.util.List;

/**
 * An attempt as a line of a timeline.
 *
 * @param tone success, warning or danger
 */
public record AttemptLine(AttemptView attempt, String outcome, String tone) {

  /** The lines for attempts, in the order given. */
  public static List<AttemptLine> all(List<AttemptView> attempts) {
    return attempts.stream().map(AttemptLine::of).toList();
  }

  private static AttemptLine of(AttemptView attempt) {
    return new AttemptLine(attempt, Words.outcome(attempt.outcome()), tone(attempt.outcome()));
  }

  private static String tone(String outcome) {
    return switch (outcome) {
      case "delivered", "confirmed" -> "success";
      case "refused", "unauthorised" -> "danger";
      default -> "warning";
    };
  }
}
