package io.heronbridge.portal.admin.links;

import io.heronbridge.integration.item.LinkFilter;
import io.heronbridge.integration.resendjob.ResendJobView;
import io.heronbridge.integration.resendjob.ResendPlan;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.Words;
import io.heronbridge.portal.page.TimeWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A resend job in words.
 *
 * @param tone danger, warning or success
 */
public record ResendWords(String title, String meaning, String tone) {
  private static final String WARNING = "warning";

  /** Its state and what follows from it. */
  public static ResendWords of(ResendJobView job) {
    ResendJobView.Counts links = job.links();
    long percent = Math.round(100 * links.progress());
    return switch (job.status()) {
      case "planned" -> planned(job.plan().orElseThrow());
      case "running" ->
          new ResendWords(
              "Resending: %d %%".formatted(percent),
              "%s of %s worked off. You may leave this page; the job goes on."
                  .formatted(number(links.done()), links(links.matched())),
              WARNING);
      case "paused" ->
          new ResendWords(
              "Paused: %d %%".formatted(percent),
              "%s%s left as they are until somebody resumes it."
                  .formatted(
                      job.reason().map(reason -> reason + " ").orElse(""),
                      links(links.remaining())),
              WARNING);
      case "done" -> done(links);
      default -> cancelled(job);
    };
  }

  private static ResendWords planned(ResendPlan plan) {
    return plan.links() == 0
        ? new ResendWords("Nothing to resend", "No failed link matches any more.", "success")
        : new ResendWords(
            "Resend %s?".formatted(links(plan.links())), plan.estimate().words(), WARNING);
  }

  private static ResendWords done(ResendJobView.Counts links) {
    String rest =
        links.skipped() == 0
            ? ""
            : " %s left alone: resent, linked or disconnected by then."
                .formatted(links(links.skipped()));
    return new ResendWords("Done", links(links.resent()) + " resent." + rest, "success");
  }

  private static ResendWords cancelled(ResendJobView job) {
    return new ResendWords(
        "Cancelled",
        job.times().startedAt().isEmpty()
            ? "It was never started; no link was touched."
            : "%s resent until then; %s left as they were."
                .formatted(links(job.links().resent()), links(job.links().remaining())),
        WARNING);
  }

  /** What a start does and what it leaves alone. */
  public static List<String> facts(ResendPlan plan) {
    List<String> facts = new ArrayList<>();
    facts.add(
        "Each starts a fresh series of tries; its history stays. Nothing is sent twice by it.");
    facts.add("Relays and links that somebody waits for go first.");
    if (plan.ahead() > 0) {
      facts.add(
          "%s of the same integrations wait already; they are part of the time."
              .formatted(links(plan.ahead())));
    }
    for (ResendPlan.Held held : plan.held()) {
      facts.add(
          "%s of %s will wait: the integration is paused."
              .formatted(links(held.links()), held.integrationName()));
    }
    facts.add("Linked, pending and cancelled links, and what fails from now on, are left alone.");
    return facts;
  }

  /** Which links it is about. */
  public static String about(LinkFilter filter, Choices choices, Instant now) {
    List<String> parts = new ArrayList<>();
    parts.add("Failed links of " + filter.integrationId().map(choices::name).orElse("everything"));
    filter.endUserId().ifPresent(id -> parts.add("end user " + id));
    filter.errorKind().ifPresent(kind -> parts.add(Words.cause(kind, Optional.empty())));
    filter
        .failedBefore()
        .ifPresent(at -> parts.add("failed " + new TimeWords(now).relative(at) + " or earlier"));
    filter.importId().ifPresent(id -> parts.add("of one import"));
    filter.resendJobId().ifPresent(id -> parts.add("resent in vain by another job"));
    return String.join(" · ", parts);
  }

  static String links(long count) {
    return number(count) + (count == 1 ? " link" : " links");
  }

  static String number(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }
}
