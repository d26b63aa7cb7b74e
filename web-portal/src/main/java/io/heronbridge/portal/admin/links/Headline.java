package io.heronbridge.portal.admin.links;

import io.heronbridge.integration.item.LinkView;
import io.heronbridge.portal.admin.Words;
import java.util.Optional;

/** The first line of a link's page: its state in words, and what follows from it. */
public record Headline(String title, String meaning, Optional<String> advice) {

  /**
   * The first line for a link.
   *
   * @param disconnected whether its bank is
   */
  public static Headline of(LinkView link, boolean disconnected) {
    return switch (link.status()) {
      case "linked" ->
          new Headline("Linked", "Heron has this bank and reads it on its own.", Optional.empty());
      case "failed" -> failed(link);
      case "cancelled" -> cancelled(disconnected);
      default -> pending(link);
    };
  }

  private static Headline cancelled(boolean disconnected) {
    return disconnected
        ? new Headline(
            "Cancelled", "The bank was disconnected before Heron had it.", Optional.empty())
        : new Headline(
            "Cancelled",
            "Somebody gave the link up. The bank is still connected at Plaid.",
            Optional.of(
                "If Heron shall have it after all, disconnect the bank and have it connected"
                    + " anew."));
  }

  private static Headline failed(LinkView link) {
    String cause =
        link.lastError()
            .map(error -> Words.cause(error.kind(), error.httpStatus()))
            .orElse("Heron never took it");
    String said =
        link.lastError()
            .map(LinkView.Failure::message)
            .filter(message -> !message.isBlank())
            .orElse("No answer was recorded.");
    return new Headline(
        "Failed: " + cause,
        said,
        link.lastError().map(LinkView.Failure::advice).filter(words -> !words.isBlank()));
  }

  private static Headline pending(LinkView link) {
    Optional<String> advice =
        link.lastError().map(LinkView.Failure::advice).filter(words -> !words.isBlank());
    if (link.waitingFor().isPresent()) {
      return new Headline("Pending: waits", "It waits: " + link.waitingFor().get(), advice);
    }
    return link.lastError()
        .map(
            error ->
                new Headline(
                    "Pending: " + Words.cause(error.kind(), error.httpStatus()),
                    error.message(),
                    advice))
        .orElse(new Headline("Pending", "It is about to be sent to Heron.", Optional.empty()));
  }
}
