package io.heronbridge.portal.connect;

import io.heronbridge.portal.page.Texts;
import java.util.Locale;
import java.util.Optional;

/** Why a hosted link leads nowhere, and what the end user can do. */
public enum Closed {
  EXPIRED(410, "pending"),
  USED(410, "linked"),
  REVOKED(410, "revoked"),
  UNKNOWN(404, "needs-you"),
  ENDED(410, "pending"),
  ELSEWHERE(410, "needs-you");

  private final int status;
  private final String shape;

  Closed(int status, String shape) {
    this.status = status;
    this.shape = shape;
  }

  /** The words for the page. */
  public record Words(int status, String shape, String title, String reason, String next) {}

  /**
   * @param sender the lender's name, when it is known who made the link
   */
  public Words to(Optional<String> sender, Texts texts) {
    String key = "closed." + name().toLowerCase(Locale.ROOT);
    String who = sender.orElseGet(() -> texts.say("closed.sender"));
    return new Words(
        status,
        shape,
        texts.say(key + ".title"),
        texts.say(key + ".reason"),
        texts.say(key + ".next", who));
  }
}
