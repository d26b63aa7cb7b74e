package io.heronbridge.portal.admin.overview;

import io.heronbridge.integration.overview.Overview;
import io.heronbridge.portal.admin.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One thing that waits for a person.
 *
 * @param title the count and what it is about
 * @param address the list that the count counts
 */
public record Need(String tone, String title, String address, List<Line> lines) {

  private static final String REFUSED = "/admin/webhooks#refused";

  /** A part of the count, with a list of its own. */
  public record Line(String text, String address) {}

  /** Everything that waits, the worst first. */
  public static List<Need> of(Overview overview) {
    List<Need> needs = new ArrayList<>();
    addFailedLinks(overview, needs);
    if (overview.itemsNeedingTheirUser() > 0) {
      needs.add(reconnect(overview.itemsNeedingTheirUser()));
    }
    overview.integrations().stream().filter(Need::isPaused).map(Need::paused).forEach(needs::add);
    overview.integrations().stream()
        .filter(integration -> integration.heronFails().isPresent())
        .map(Need::failing)
        .forEach(needs::add);
    overview.integrations().stream()
        .filter(integration -> integration.answers().isWorrying())
        .map(Need::rejections)
        .forEach(needs::add);
    if (overview.lostExchanges() > 0) {
      needs.add(lost(overview.lostExchanges()));
    }
    if (overview.drifting() > 0) {
      needs.add(drift(overview.drifting()));
    }
    if (overview.webhooksFailed() > 0) {
      needs.add(webhooks(overview.webhooksFailed()));
    }
    return needs;
  }

  private static void addFailedLinks(Overview overview, List<Need> needs) {
    long total = overview.failedTotal();
    if (total == 0) {
      return;
    }
    List<Line> lines =
        overview.failedLinks().stream()
            .map(
                reason ->
                    new Line(
                        counted(reason.count())
                            + " because "
                            + Words.cause(reason.kind(), reason.httpStatus()),
                        "/admin/links?status=failed&error_kind=" + reason.kind()))
            .toList();
    String title = counted(total) + (total == 1 ? " link failed" : " links failed");
    needs.add(new Need("danger", title, "/admin/links?status=failed", lines));
  }

  private static Need reconnect(long banks) {
    return new Need(
        "warning",
        counted(banks) + (banks == 1 ? " bank needs its user" : " banks need their user"),
        "/admin/items?status=login_required",
        List.of(
            new Line(
                "The bank asks for a new sign-in: send its user a hosted link.",
                "/admin/items?status=login_required")));
  }

  private static boolean isPaused(Overview.IntegrationState integration) {
    return "paused".equals(integration.status());
  }

  private static Need paused(Overview.IntegrationState integration) {
    String address = "/admin/integrations/" + integration.id();
    String waiting =
        counted(integration.pending())
            + (integration.pending() == 1 ? " link waits" : " links wait");
    return new Need(
        "warning",
        integration.name() + " is paused",
        address,
        List.of(
            new Line(integration.pausedReason().orElse("Paused by a person."), address),
            new Line(waiting, "/admin/links?status=pending&integration_id=" + integration.id())));
  }

  private static Need failing(Overview.IntegrationState integration) {
    return new Need(
        "warning",
        "Heron fails for " + integration.name(),
        "/admin/outbox",
        List.of(
            new Line(integration.heronFails().orElseThrow(), "/admin/outbox"),
            new Line(
                "Its links wait and lose no attempt; one call at a time finds out when Heron is well"
                    + " again.",
                "/admin/outbox")));
  }

  private static Need rejections(Overview.IntegrationState integration) {
    Overview.Answers answers = integration.answers();
    return new Need(
        "danger",
        "%s rejects %d %% of Plaid's webhooks"
            .formatted(integration.name(), answers.percentRejected()),
        REFUSED,
        List.of(
            new Line(
                "%s of %s in the last 24 hours. Over %d %% Plaid stops sending: find out why."
                    .formatted(
                        counted(answers.rejected()),
                        counted(answers.total()),
                        Overview.Answers.PLAIDS_LIMIT_PERCENT),
                REFUSED)));
  }

  private static Need lost(long exchanges) {
    return new Need(
        "danger",
        counted(exchanges)
            + (exchanges == 1 ? " connection was lost" : " connections were lost")
            + " at Plaid",
        "/admin/lost-connections",
        List.of(
            new Line(
                "The bank was chosen, but Plaid never told us the outcome. Ask the end user to"
                    + " connect again.",
                "/admin/lost-connections")));
  }

  private static Need drift(long drifting) {
    return new Need(
        "warning",
        counted(drifting) + (drifting == 1 ? " link drifted" : " links drifted"),
        "/admin/drift",
        List.of(
            new Line(
                "Heron or Plaid said something else than we have: look, and repair.",
                "/admin/drift")));
  }

  private static Need webhooks(long failed) {
    return new Need(
        "danger",
        counted(failed) + (failed == 1 ? " webhook" : " webhooks") + " did not reach Heron",
        "/admin/webhooks?status=failed",
        List.of());
  }

  private static String counted(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
