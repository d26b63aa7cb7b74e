package io.heronbridge.portal.connect;

import java.util.Optional;

/** Why a hosted link leads nowhere, and what the end user can do. */
public enum Closed {
  EXPIRED(
      410,
      "This link has expired",
      "Links like this work for a short time only, to keep your bank connection safe.",
      "Ask {sender} for a new one."),
  USED(
      410,
      "This link was opened already",
      "Each link opens once, in one browser. If that was you, go back to that browser.",
      "Otherwise ask {sender} for a new one."),
  REVOKED(
      410,
      "This link has been withdrawn",
      "It was cancelled and cannot be used any more. What you connected stays connected.",
      "Ask {sender} for a new one if you still want to connect your bank."),
  UNKNOWN(
      404,
      "This link is not complete",
      "We do not know this address. It may have been cut off when it was copied.",
      "Open it again from the original message, or ask {sender} for a new one."),
  ENDED(
      410,
      "This page has closed",
      "It stays open for a short time only, to keep your bank connection safe.",
      "What you connected stays connected. To go on, ask {sender} for a new link."),
  ELSEWHERE(
      410,
      "Please go back to the other browser",
      "You are back from your bank, but in another browser than the one you started in, so your"
          + " bank is not connected yet.",
      "Go back to the browser you started in and press the button again. If you cannot find it, ask"
          + " {sender} for a new link.");

  private final int status;
  private final String title;
  private final String reason;
  private final String next;

  Closed(int status, String title, String reason, String next) {
    this.status = status;
    this.title = title;
    this.reason = reason;
    this.next = next;
  }

  /** The words for the page. */
  public record Words(int status, String shape, String title, String reason, String next) {}

  /**
   * @param sender the lender's name, when it is known who made the link
   */
  public Words to(Optional<String> sender) {
    String who = sender.orElse("the company that sent it");
    return new Words(status, shape(), title, reason, next.replace("{sender}", who));
  }

  private String shape() {
    return switch (this) {
      case EXPIRED, ENDED -> "pending";
      case USED -> "linked";
      case REVOKED -> "revoked";
      case UNKNOWN, ELSEWHERE -> "needs-you";
    };
  }
}
