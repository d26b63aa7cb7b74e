package io.heronbridge.portal.connect;

import io.heronbridge.integration.item.ItemView;
import io.heronbridge.portal.page.Texts;
import java.time.Instant;
import java.util.Optional;

/**
 * A connected bank as its owner sees it.
 *
 * @param state connected, new-accounts, needs-you, ending, withdrawn or leaving
 */
public record BankLine(String id, Name name, String state, Instant since) {

  /** The bank's name, and the last digits of an account to tell two logins apart. */
  public record Name(String bank, Optional<String> mask) {}

  /** The line for a bank. */
  public static BankLine of(ItemView item, Texts texts) {
    Name name = new Name(named(item, texts), item.institution().masks().stream().findFirst());
    String state = item.isLeaving() ? "leaving" : state(item);
    return new BankLine(item.itemId(), name, state, item.createdAt());
  }

  /** The bank's name, or a neutral word. */
  static String named(ItemView item, Texts texts) {
    return item.institution().name().orElseGet(() -> texts.say("bank"));
  }

  private static String state(ItemView item) {
    return switch (item.status()) {
      case "login_required" -> "needs-you";
      case "pending_disconnect" -> "ending";
      case "revoked" -> "withdrawn";
      default -> item.newAccounts() ? "new-accounts" : "connected";
    };
  }

  /** Whether signing in again mends it. */
  public boolean reconnect() {
    return state.equals("needs-you") || state.equals("ending");
  }

  /** Whether there are accounts to choose; offered once the login works. */
  public boolean choose() {
    return state.equals("new-accounts");
  }

  /** Whether only a new connection helps, which then replaces this one. */
  public boolean anew() {
    return state.equals("withdrawn");
  }

  /** Whether it is on its way out already. */
  public boolean leaving() {
    return state.equals("leaving");
  }
}
