package io.heronbridge.portal.admin.overview;

import io.heronbridge.integration.overview.Overview;
import io.heronbridge.integration.overview.Overview.FailedLinks;
import io.heronbridge.integration.overview.Overview.IntegrationState;
import io.heronbridge.integration.overview.Overview.NodeState;
import io.heronbridge.portal.admin.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One thing that waits for a person.
 *
 * @param key a name that stays while the thing is the same
 * @param title the count and what it is about
 * @param address the list that the count counts; empty when no page shows it
 * @param lines the count's parts, or what to know
 * @param next what to do
 */
public record Need(
    String key,
    String tone,
    String title,
    Optional<String> address,
    List<Line> lines,
    String next) {
  private static final String REFUSED = "/admin/webhooks#refused";
  private static final String OUTBOX = "/admin/outbox";
  private static final String DANGER = "danger";
  private static final String WARNING = "warning";

  /** Heron pulls within minutes, and is asked about it hourly at last. */
  private static final Duration LONG_LATE = Duration.ofHours(2);

  /** A part of the count with a list of its own, or a remark. */
  public record Line(String text, Optional<String> address) {
    Line(String text) {
      this(text, Optional.empty());
    }

    Line(String text, String address) {
      this(text, Optional.of(address));
    }
  }

  /** Everything that waits, the worst first. */
  public static List<Need> of(Overview overview, Instant now) {
    List<Need> needs = new ArrayList<>();
    addNode(overview.node(), needs);
    addFailedLinks(overview.failedLinks(), needs);
    for (IntegrationState integration : overview.integrations()) {
      addIntegration(integration, needs);
    }
    addBanks(overview, needs);
    addWebhooks(overview.webhooks(), now, needs);
    if (overview.failedEvents() > 0) {
      needs.add(events(overview.failedEvents()));
    }
    if (overview.lostExchanges() > 0) {
      needs.add(lost(overview.lostExchanges()));
    }
    if (overview.drifting() > 0) {
      needs.add(drift(overview.drifting()));
    }
    return needs.stream().sorted((one, other) -> one.tone().compareTo(other.tone())).toList();
  }

  private static void addNode(NodeState node, List<Need> needs) {
    if (node.unclaimedSeconds() > 0) {
      needs.add(
          new Need(
              "unclaimed",
              DANGER,
              "Nothing is being sent",
              Optional.of(OUTBOX + "#self-check"),
              List.of(
                  new Line(
                      "A message has been due for %d s, and no node takes it."
                          .formatted(node.unclaimedSeconds()))),
              "Look for \"claiming paused\" in the nodes' logs."));
    }
    if (node.setAside() > 0) {
      needs.add(
          new Need(
              "set-aside",
              DANGER,
              Counted.words(node.setAside(), "file was", "files were") + " set aside",
              Optional.empty(),
              List.of(new Line("In the spool folder of this node, " + node.name() + ".")),
              "Its log says why each could not be stored. Put that right, then rename or delete it."));
    }
  }

  private static void addFailedLinks(FailedLinks failed, List<Need> needs) {
    if (failed.count() == 0) {
      return;
    }
    List<Line> lines = failed.reasons().stream().map(Need::failure).toList();
    needs.add(
        new Need(
            "failed-links",
            DANGER,
            Counted.words(failed.count(), "link failed", "links failed"),
            Optional.of("/admin/links?status=failed"),
            lines,
            failed.reasons().get(0).advice()));
  }

  private static Line failure(Overview.Reason reason) {
    String cause =
        reason.answers().isEmpty()
            ? Words.cause(reason.kind(), Optional.empty())
            : reason.answers().stream()
                .map(answer -> Words.cause(reason.kind(), Optional.of(answer)))
                .collect(Collectors.joining(", "));
    return new Line(
        Counted.words(reason.count()) + " because " + cause,
        "/admin/links?status=failed&error_kind=" + reason.kind());
  }

  private static void addIntegration(IntegrationState integration, List<Need> needs) {
    if (integration.answers().isWorrying()) {
      needs.add(rejections(integration));
    }
    if ("paused".equals(integration.status())) {
      needs.add(paused(integration));
    }
    integration.trip().ifPresent(trip -> needs.add(failing(integration, trip)));
    if (integration.backendGoneSince().isPresent()) {
      needs.add(gone(integration));
    }
  }

  private static Need rejections(IntegrationState integration) {
    Overview.Answers answers = integration.answers();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "%s of %s in the last 24 hours. Over %d %% Plaid stops sending."
                .formatted(
                    Counted.words(answers.rejected()),
                    Counted.words(answers.total()),
                    Overview.Answers.PLAIDS_LIMIT_PERCENT),
            REFUSED));
    integration
        .refused()
        .forEach(each -> lines.add(new Line(RefusedWords.summary(List.of(each)), REFUSED)));
    return new Need(
        "rejects-" + integration.id(),
        DANGER,
        "%s rejects %d %% of Plaid's webhooks"
            .formatted(integration.name(), answers.percentRejected()),
        Optional.of(REFUSED),
        lines,
        RefusedWords.advice(integration.refused()));
  }

  private static Need paused(IntegrationState integration) {
    String address = "/admin/integrations/" + integration.id();
    return new Need(
        "paused-" + integration.id(),
        WARNING,
        integration.name() + " is paused",
        Optional.of(address),
        List.of(
            new Line(integration.pausedReason().orElse("Paused by a person."), address),
            waiting(integration)),
        "Put right what paused it, press Check, then Resume. Nothing is lost meanwhile.");
  }

  private static Line waiting(IntegrationState integration) {
    return new Line(
        Counted.words(integration.pending(), "link waits", "links wait"),
        "/admin/links?status=pending&integration_id=" + integration.id());
  }

  private static Need failing(IntegrationState integration, Overview.Trip trip) {
    return new Need(
        "tripped-" + integration.id(),
        WARNING,
        "Heron fails for " + integration.name(),
        Optional.of(OUTBOX),
        List.of(new Line(trip.reason(), OUTBOX), waiting(integration)),
        "Ask Heron. One call at a time finds out when it is well again; no link loses an attempt.");
  }

  private static Need gone(IntegrationState integration) {
    String address = "/admin/integration-events/" + integration.id();
    return new Need(
        "gone-" + integration.id(),
        DANGER,
        "The backend of " + integration.name() + " is gone",
        Optional.of(address),
        List.of(
            new Line("It answered 410, so events to it are switched off.", address),
            new Line(
                "What was not sent is kept.",
                "/admin/events?status=cancelled&integration_id=" + integration.id())),
        "Save its address to switch events on again, then resend what it missed.");
  }

  private static void addBanks(Overview overview, List<Need> needs) {
    long banks = overview.banks().values().stream().mapToLong(Long::longValue).sum();
    if (banks == 0) {
      return;
    }
    List<Line> lines =
        overview.banks().entrySet().stream()
            .map(
                each ->
                    new Line(
                        Counted.words(each.getValue()) + " " + bank(each.getKey()),
                        "/admin/items?status=" + each.getKey()))
            .toList();
    needs.add(
        new Need(
            "banks",
            WARNING,
            Counted.words(banks, "bank needs its user", "banks need their user"),
            lines.size() == 1 ? lines.get(0).address() : Optional.empty(),
            lines,
            "Send each end user a hosted link: they press Reconnect."));
  }

  private static String bank(String status) {
    return switch (status) {
      case "login_required" -> "want a new sign-in";
      case "pending_disconnect" -> "will be disconnected soon";
      case "revoked" -> "no longer let Plaid in";
      default -> status.replace('_', ' ');
    };
  }

  private static void addWebhooks(Overview.MissedWebhooks webhooks, Instant now, List<Need> needs) {
    if (webhooks.failed() > 0) {
      needs.add(
          new Need(
              "failed-webhooks",
              DANGER,
              Counted.words(webhooks.failed(), "webhook", "webhooks") + " did not reach Heron",
              Optional.of("/admin/webhooks?status=failed"),
              List.of(),
              "When the bank's link is linked, Resend asks Heron to pull its data."));
    }
    boolean stuck =
        webhooks.oldestLate().filter(since -> since.isBefore(now.minus(LONG_LATE))).isPresent();
    if (stuck) {
      String list = "/admin/webhooks?status=refresh_requested";
      needs.add(
          new Need(
              "late-webhooks",
              WARNING,
              Counted.words(webhooks.late(), "late webhook waits", "late webhooks wait")
                  + " for Heron",
              Optional.of(list),
              List.of(new Line("Heron was asked to pull the data instead, and has not yet.", list)),
              "Look at the banks' links: is Heron failing, or an integration paused?"));
    }
  }

  private static Need events(long failed) {
    return new Need(
        "failed-events",
        DANGER,
        Counted.words(failed, "event", "events") + " did not reach your backend",
        Optional.of("/admin/events?status=failed"),
        List.of(),
        "Each says what the backend answered. Mend that, then resend.");
  }

  private static Need lost(long exchanges) {
    return new Need(
        "lost",
        DANGER,
        Counted.words(exchanges, "connection was lost", "connections were lost") + " at Plaid",
        Optional.of("/admin/lost-connections"),
        List.of(new Line("The bank was chosen, but Plaid never told us the outcome.")),
        "Ask the end user to connect again.");
  }

  private static Need drift(long drifting) {
    return new Need(
        "drift",
        WARNING,
        Counted.words(drifting, "link drifted", "links drifted"),
        Optional.of("/admin/drift"),
        List.of(new Line("Heron or Plaid said something else than we have.")),
        "Look at each and press its repair.");
  }
}
