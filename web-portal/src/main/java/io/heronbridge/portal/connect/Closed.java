package io.heronbridge.portal.connect;

/** Why a hosted link leads nowhere, and what the end user can do. */
public enum Closed {
  EXPIRED(
      410,
      "This link has expired",
      "Links like this work for a short time only, to keep your bank connection safe.",
      "Ask the company that sent it for a new one."),
  USED(
      410,
      "This link was opened already",
      "Each link opens once, in one browser. If that was you, go back to that browser.",
      "Otherwise ask the company that sent it for a new one."),
  REVOKED(
      410,
      "This link was withdrawn",
      "The company that sent it has cancelled it. Nothing was shared.",
      "Ask them for a new one if you still want to connect your bank."),
  UNKNOWN(
      404,
      "This link is not complete",
      "We do not know this address. It may have been cut off when it was copied.",
      "Open it again from the original message, or ask the company that sent it for a new one."),
  ENDED(
      410,
      "This page has closed",
      "It stays open for a short time only, to keep your bank connection safe.",
      "What you connected stays connected. To go on, ask the company that sent you here for a new"
          + " link.");

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

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String reason() {
    return reason;
  }

  public String next() {
    return next;
  }
}
