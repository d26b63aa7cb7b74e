package io.heronbridge.integration.item;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a bank stands, at Plaid and at Heron together, in words for an operator.
 *
 * @param state the word that decides its shape and colour: an item's or a link's status
 * @param title a few words
 * @param meaning what it means, and what happens next
 * @param advice what to do; empty when there is nothing to do
 */
public record Standing(String state, String title, String meaning, Optional<String> advice) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** What weighs most, said first: what is over, what needs its user, what Heron lacks. */
  public static Standing of(ItemView item) {
    if ("removed".equals(item.status())) {
      return fine("removed", "Disconnected", "Nothing is read from it any more; its story stays.");
    }
    if (item.isLeaving()) {
      return fine(
          "pending",
          "Disconnecting",
          "Somebody asked for it; Plaid is asked again by itself, for as long as the retry schedule lasts.");
    }
    return atPlaid(item).orElseGet(() -> atHeron(item));
  }

  private static Optional<Standing> atPlaid(ItemView item) {
    String code = item.error().map(error -> " (" + error.code() + ")").orElse("");
    return switch (item.status()) {
      case "login_required" ->
          Optional.of(
              new Standing(
                  item.status(),
                  "Needs its user",
                  "The bank asks the end user to sign in again%s; until then nobody gets new data."
                      .formatted(code),
                  Optional.of("Send the end user a hosted link: they press Reconnect.")));
      case "pending_disconnect" -> Optional.of(ending(item));
      case "revoked" ->
          Optional.of(
              new Standing(
                  item.status(),
                  "Permission withdrawn",
                  "Nothing opens this connection any more: the permission was withdrawn, or Plaid no"
                      + " longer has it.",
                  Optional.of(
                      "Send the end user a hosted link: they press Connect again, and the new"
                          + " connection takes the place of this one.")));
      default -> Optional.empty();
    };
  }

  private static Standing ending(ItemView item) {
    Optional<Instant> day = item.life().disconnectsAt();
    return new Standing(
        item.status(),
        day.map(at -> "Ends on " + DAY.format(at)).orElse("Ends soon"),
        "Plaid ends this connection %s unless the end user renews it."
            .formatted(day.map(at -> "on " + DAY.format(at)).orElse("soon")),
        Optional.of("Send the end user a hosted link before that: they press Reconnect."));
  }

  private static Standing atHeron(ItemView item) {
    LinkView link = item.link();
    return switch (link.status()) {
      case "failed" ->
          new Standing(
              "failed",
              "Heron does not have it",
              link.lastError().map(LinkView.Failure::message).orElse("Heron never took it."),
              link.lastError().map(LinkView.Failure::advice));
      case "pending" ->
          fine(
              "pending",
              "On its way to Heron",
              link.waitingFor()
                  .map(why -> "It waits: " + why + ".")
                  .orElse("It is sent to Heron by itself."));
      default -> linked(item, link.heron().status().orElse("active"));
    };
  }

  private static Standing linked(ItemView item, String status) {
    HeronWords words = HeronWords.on(status);
    if (!words.well()) {
      return new Standing(
          "paused", "Heron: " + status.replace('_', ' '), words.meaning(), words.advice());
    }
    return item.newAccounts()
        ? new Standing(
            "active",
            "Connected, with new accounts",
            "The bank has accounts that the end user has not chosen; the chosen ones go on.",
            Optional.of("If they matter, send the end user a hosted link: they choose anew."))
        : fine("active", "Connected", words.meaning());
  }

  private static Standing fine(String state, String title, String meaning) {
    return new Standing(state, title, meaning, Optional.empty());
  }
}
