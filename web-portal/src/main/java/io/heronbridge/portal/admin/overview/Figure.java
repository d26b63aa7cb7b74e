package io.heronbridge.portal.admin.overview;

import io.heronbridge.integration.overview.Overview;
import io.heronbridge.integration.overview.Overview.IntegrationState;
import io.heronbridge.integration.overview.Overview.Refused;
import io.heronbridge.integration.overview.Overview.Waiting;
import io.heronbridge.portal.page.TimeWords;
import java.util.List;

/**
 * A number that needs nobody, with a list behind it.
 *
 * @param note what to know about it
 */
public record Figure(String key, String title, String number, String address, String note) {

  static List<Figure> of(Overview overview, TimeWords time) {
    return List.of(
        waiting(overview),
        oldest(overview, time),
        late(overview, time),
        webhooks(overview),
        refused(overview));
  }

  private static Figure waiting(Overview overview) {
    return new Figure(
        "waiting",
        "Links waiting",
        Counted.words(overview.pending()),
        "/admin/links?status=pending",
        overview.pending() == 0 ? "Heron has them all." : "They are sent by themselves.");
  }

  private static Figure oldest(Overview overview, TimeWords time) {
    String title = "Oldest message";
    return overview
        .oldest()
        .map(
            waiting ->
                new Figure(
                    "oldest",
                    title,
                    time.since(waiting.since()),
                    address(waiting),
                    what(waiting) + why(waiting, time)))
        .orElse(new Figure("oldest", title, "None", "/admin/outbox", "Everything has been sent."));
  }

  private static String why(Waiting waiting, TimeWords time) {
    return waiting
        .waitsFor()
        .map(reason -> ". Waits: " + reason + ".")
        .or(() -> waiting.nextAttemptAt().map(at -> ". Next try " + time.relative(at) + "."))
        .orElse(", on its way.");
  }

  private static String address(Waiting waiting) {
    return switch (waiting.kind()) {
      case "create_link", "refresh_link", "disable_links" -> "/admin/links/" + waiting.subject();
      case "relay_webhook" -> "/admin/webhooks/" + waiting.subject();
      default -> "/admin/outbox";
    };
  }

  private static String what(Waiting waiting) {
    return switch (waiting.kind()) {
      case "create_link" -> "A link";
      case "relay_webhook" -> "A webhook";
      case "refresh_link" -> "A refresh";
      case "disable_links" -> "The end of a link";
      case "remove_item" -> "The removal of a bank";
      case "move_webhook" -> "A webhook move";
      default -> "A message";
    };
  }

  private static Figure late(Overview overview, TimeWords time) {
    Overview.MissedWebhooks webhooks = overview.webhooks();
    return new Figure(
        "late",
        "Late webhooks",
        Counted.words(webhooks.late()),
        "/admin/webhooks?status=refresh_requested",
        webhooks
            .oldestLate()
            .map(since -> "Heron pulls their data. Oldest " + time.since(since) + ".")
            .orElse("All others came in time."));
  }

  private static Figure webhooks(Overview overview) {
    return new Figure(
        "webhooks",
        "Webhooks in, last day",
        Counted.words(overview.answers().accepted()),
        "/admin/webhooks",
        overview.answers().percentRejected()
            + " % rejected; at "
            + Overview.Answers.PLAIDS_LIMIT_PERCENT
            + " % Plaid stops.");
  }

  private static Figure refused(Overview overview) {
    List<Refused> refused =
        overview.integrations().stream()
            .map(IntegrationState::refused)
            .flatMap(List::stream)
            .toList();
    return new Figure(
        "refused",
        "Refused, last day",
        Counted.words(refused.stream().mapToLong(Refused::count).sum()),
        "/admin/webhooks#refused",
        refused.isEmpty() ? "All were well signed." : RefusedWords.summary(refused) + ".");
  }
}
