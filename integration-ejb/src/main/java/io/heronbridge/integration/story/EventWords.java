package io.heronbridge.integration.story;

import io.heronbridge.persistence.item.ItemEventKind;
import java.util.Optional;

/**
 * What happened to an item, in words for an operator. The one place for them: pages, API and
 * documents say the same.
 *
 * @param title a few words
 * @param meaning one sentence: the cause, and what happens next
 * @param advice what to do; empty when there is nothing to do
 * @param tone good, bad or plain
 */
public record EventWords(String title, String meaning, Optional<String> advice, Tone tone) {
  /** How an event is to be taken. */
  public enum Tone {
    GOOD,
    BAD,
    PLAIN
  }

  private static EventWords good(String title, String meaning) {
    return new EventWords(title, meaning, Optional.empty(), Tone.GOOD);
  }

  private static EventWords plain(String title, String meaning) {
    return new EventWords(title, meaning, Optional.empty(), Tone.PLAIN);
  }

  private static EventWords bad(String title, String meaning, String advice) {
    return new EventWords(title, meaning, Optional.of(advice), Tone.BAD);
  }

  private EventWords but(String advice) {
    return new EventWords(title, meaning, Optional.of(advice), tone);
  }

  /** The words for a kind of event. */
  public static EventWords of(ItemEventKind kind) {
    return switch (kind) {
      case LOGIN_REQUIRED ->
          bad(
              "Login required",
              "The bank asks the end user to sign in again; until then nobody gets new data.",
              "Send the end user a hosted link: they press Reconnect.");
      case LOGIN_REPAIRED ->
          good("Login repaired", "The login works again; data flows again by itself.");
      case PENDING_DISCONNECT ->
          bad(
              "About to end",
              "Plaid ends this connection on the day named, or soon, unless the end user renews it.",
              "Send the end user a hosted link before that: they press Reconnect.");
      case REVOKED ->
          bad(
              "Permission withdrawn",
              "Nothing opens this connection any more: the permission was withdrawn, or Plaid no longer"
                  + " has it.",
              "Send the end user a hosted link: they press Connect again, and the new connection"
                  + " takes the place of this one.");
      case FOUND_WELL -> good("Found well", "Plaid was asked and found nothing wrong.");
      case NEW_ACCOUNTS ->
          plain(
                  "New accounts",
                  "The bank has accounts that the end user has not chosen; the chosen ones go on.")
              .but("If they matter, send the end user a hosted link: they choose anew.");
      case ACCOUNTS_CHOSEN ->
          good("Accounts chosen", "The end user has chosen accounts anew; data follows by itself.");
      default -> ofHistory(kind);
    };
  }

  private static EventWords ofHistory(ItemEventKind kind) {
    return switch (kind) {
      case CONNECTED ->
          good("Connected", "The end user connected it through Link; it is sent to Heron.");
      case BROUGHT_IN ->
          good("Brought in", "It was connected before the bridge; it is sent to Heron.");
      case ACCOUNT_REVOKED ->
          plain(
                  "One account withdrawn",
                  "The permission for one account was withdrawn; the others go on.")
              .but("If it matters, send the end user a hosted link: they connect the bank anew.");
      case WEBHOOK_MOVED ->
          plain("Webhooks moved", "Plaid sends its webhooks to another address from now on.")
              .but("If that address is not the one you want, find out who changed it.");
      case TROUBLE ->
          plain(
                  "Trouble that passes",
                  "Plaid told an error that the end user cannot mend; Plaid tries again by itself.")
              .but("Nothing at first. If it lasts for days, give the code to Plaid's support.");
      case REMOVAL_REQUESTED ->
          plain(
              "Disconnection asked for",
              "Plaid is asked to remove it, for as long as the retry schedule lasts.");
      case REMOVAL_REFUSED ->
          bad(
              "Disconnection refused",
              "Plaid did not remove it; it stays connected.",
              "Read what Plaid said, mend what it names, then disconnect it again.");
      case REMOVED ->
          plain("Disconnected", "It is gone at Plaid; its access token is forgotten here.");
      case HERON_STATUS ->
          plain("News from Heron", "Heron says something new of the link.")
              .but("Look up what its word means, below What Heron says.");
      default -> throw new IllegalArgumentException("no words for " + kind);
    };
  }
}
