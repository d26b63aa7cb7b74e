package io.heronbridge.portal.connect;

import io.heronbridge.integration.item.ItemView;
import java.time.Instant;
import java.util.Optional;

/**
 * A connected bank as its owner sees it.
 *
 * @param state connected, needs-you, ending or withdrawn
 * @param reconnect whether signing in again mends it
 */
public record BankLine(String id, Name name, String state, boolean reconnect, Instant since) {

  /** The bank's name, and the last digits of an account to tell two logins apart. */
  public record Name(String bank, Optional<String> mask) {}

  /** The line for a bank. */
  public static BankLine of(ItemView item) {
    Name name =
        new Name(item.institution().shown(), item.institution().masks().stream().findFirst());
    String state =
        switch (item.status()) {
          case "login_required" -> "needs-you";
          case "pending_disconnect" -> "ending";
          case "revoked" -> "withdrawn";
          default -> "connected";
        };
    boolean reconnect = state.equals("needs-you") || state.equals("ending");
    return new BankLine(item.itemId(), name, state, reconnect, item.createdAt());
  }

  /** The state in words. */
  public String words() {
    return switch (state) {
      case "needs-you" -> "Your bank asks you to sign in again";
      case "ending" -> "Will disconnect soon unless you sign in again";
      case "withdrawn" -> "You withdrew permission at the bank";
      default -> "Connected";
    };
  }
}
