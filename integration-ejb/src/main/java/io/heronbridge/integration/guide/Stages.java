package io.heronbridge.integration.guide;

import io.heronbridge.integration.guide.TestView.Event;
import io.heronbridge.integration.guide.TestView.Stage;
import io.heronbridge.integration.item.ItemView;
import io.heronbridge.integration.item.LinkView;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.exchange.ClaimState;
import io.heronbridge.persistence.exchange.PublicTokenClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells from its findings how far a test connection is. */
final class Stages {
  private static final String AGAIN = "Press the button again: it makes another hosted link.";

  private final Findings findings;

  Stages(Findings findings) {
    this.findings = findings;
  }

  List<Stage> all() {
    Stream<Stage> ours = Stream.of(opened(), connected(), stored(), linked());
    return (findings.relayed() ? Stream.concat(ours, Stream.of(relayed())) : ours).toList();
  }

  private Stage opened() {
    Optional<Instant> at = findings.session().times().openedAt();
    if (at.isPresent()) {
      return done(Event.OPENED, findings.session().times().createdAt(), at.get());
    }
    return findings.session().isRevocable()
        ? waiting(Event.OPENED, "It opens in another tab.")
        : failed(Event.OPENED, "The hosted link ended unused.", AGAIN);
  }

  private Stage connected() {
    Optional<Instant> opened = findings.session().times().openedAt();
    if (findings.claim().isPresent()) {
      Instant at = findings.claim().get().createdAt();
      return done(Event.CONNECTED, opened.orElse(at), at);
    }
    if (opened.isEmpty()) {
      return later(Event.CONNECTED);
    }
    if (!findings.session().isRevocable()) {
      return failed(Event.CONNECTED, "The hosted link ended before a bank was connected.", AGAIN);
    }
    return waiting(
        Event.CONNECTED,
        "Go through Plaid Link in the other tab."
            + findings.connectedBefore().map(Stages::other).orElse(""));
  }

  private static String other(ItemView before) {
    return " %s has %s here already: choose another bank, or disconnect that one first."
        .formatted(before.endUserId(), before.institution().shown());
  }

  private Stage stored() {
    Optional<PublicTokenClaim> claim = findings.claim();
    if (claim.isEmpty()) {
      return later(Event.STORED);
    }
    if (findings.item().isPresent()) {
      return done(Event.STORED, claim.get().createdAt(), findings.item().get().createdAt());
    }
    ClaimState state = claim.get().state();
    String code = claim.get().errorCode().map(text -> " (" + text + ")").orElse("");
    return switch (state) {
      case REFUSED -> failed(Event.STORED, "Plaid refused the public token" + code + ".", AGAIN);
      case LOST ->
          failed(
              Event.STORED,
              "Plaid's answer never arrived" + code + ", so the access token is lost.",
              AGAIN);
      default -> waiting(Event.STORED, "Plaid is asked for the access token.");
    };
  }

  private Stage linked() {
    if (findings.link().isEmpty()) {
      return later(Event.LINKED);
    }
    LinkView link = findings.link().get();
    return switch (link.status()) {
      case "linked" ->
          done(Event.LINKED, link.createdAt(), link.linkedAt().orElse(link.createdAt()));
      case "failed" ->
          failed(
              Event.LINKED,
              link.lastError().map(LinkView.Failure::message).orElse("Heron never took it."),
              link.lastError().map(LinkView.Failure::advice).orElse(AGAIN));
      case "pending" -> pending(link);
      default -> failed(Event.LINKED, "It was cancelled before Heron took it.", AGAIN);
    };
  }

  private static Stage pending(LinkView link) {
    String wait =
        link.waitingFor()
            .map(why -> "It waits: " + why + ".")
            .orElse("It is sent to Heron by itself.");
    String error = link.lastError().map(last -> last.message() + " ").orElse("");
    return new Stage(
        Event.LINKED,
        Progress.WAITING,
        Optional.of(error + wait),
        link.lastError().map(LinkView.Failure::advice),
        Optional.empty(),
        Optional.empty());
  }

  private Stage relayed() {
    Optional<Instant> linkedAt = findings.link().flatMap(LinkView::linkedAt);
    if (findings.webhook().isEmpty()) {
      return linkedAt.isPresent()
          ? waiting(Event.RELAYED, "Plaid sends the first one by itself, soon after.")
          : later(Event.RELAYED);
    }
    Findings.Webhook webhook = findings.webhook().get();
    String reason = webhook.reason().orElse("It is " + Words.of(webhook.status()) + ".");
    return switch (webhook.status()) {
      case DELIVERED -> {
        Instant at = webhook.deliveredAt().orElseThrow();
        yield done(Event.RELAYED, linkedAt.orElse(at), at);
      }
      case PENDING -> waiting(Event.RELAYED, "It came, and is passed on by itself.");
      default ->
          failed(
              Event.RELAYED,
              "Heron did not take a webhook of Plaid's: " + reason,
              "Compare the webhook URL with the one in Heron's dashboard: Settings, Integrations,"
                  + " View.");
    };
  }

  private static Stage done(Event event, Instant from, Instant at) {
    long took = Math.max(0, Duration.between(from, at).toMillis());
    return new Stage(
        event,
        Progress.DONE,
        Optional.empty(),
        Optional.empty(),
        Optional.of(at),
        Optional.of(took));
  }

  private static Stage waiting(Event event, String said) {
    return new Stage(
        event,
        Progress.WAITING,
        Optional.of(said),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Stage failed(Event event, String said, String advice) {
    return new Stage(
        event,
        Progress.FAILED,
        Optional.of(said),
        Optional.of(advice),
        Optional.empty(),
        Optional.empty());
  }

  private static Stage later(Event event) {
    return new Stage(
        event,
        Progress.TO_DO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
