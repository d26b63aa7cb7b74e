package io.heronbridge.persistence.item;

import static io.heronbridge.persistence.item.ItemStatus.ACTIVE;
import static io.heronbridge.persistence.item.ItemStatus.LOGIN_REQUIRED;
import static io.heronbridge.persistence.item.ItemStatus.PENDING_DISCONNECT;
import static io.heronbridge.persistence.item.ItemStatus.REVOKED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An item's health, worked out from everything said of it in the order in which it was said. Since
 * nothing else decides it, webhooks may come late, twice and in any order.
 *
 * @param code why it is not active; null when it is
 * @param disconnectsAt when Plaid will end the connection; null when it named no day
 */
public record ItemHealth(
    ItemStatus status, String code, String message, Instant disconnectsAt, boolean newAccounts) {
  /** The kinds of event that are looked at. */
  public static final Set<ItemEventKind> DECISIVE =
      EnumSet.range(ItemEventKind.LOGIN_REQUIRED, ItemEventKind.ACCOUNTS_CHOSEN);

  private static final ItemHealth AT_BIRTH = new ItemHealth(ACTIVE, null, null, null, false);

  /**
   * @param events in the order in which they were told
   */
  public static ItemHealth after(List<ItemEvent> events) {
    ItemHealth health = AT_BIRTH;
    for (ItemEvent event : events) {
      health = health.after(event);
    }
    return health;
  }

  private ItemHealth after(ItemEvent event) {
    return switch (event.kind()) {
      case LOGIN_REQUIRED -> status == REVOKED ? this : ill(LOGIN_REQUIRED, event);
      case REVOKED -> ill(REVOKED, event);
      case PENDING_DISCONNECT -> warned(event);
      case LOGIN_REPAIRED -> new ItemHealth(ACTIVE, null, null, null, newAccounts);
      case FOUND_WELL -> foundWell(event);
      case NEW_ACCOUNTS -> withNewAccounts(true);
      case ACCOUNTS_CHOSEN -> withNewAccounts(false);
      default -> this;
    };
  }

  private ItemHealth ill(ItemStatus illness, ItemEvent event) {
    String why = event.code().orElse(null);
    return new ItemHealth(illness, why, event.message().orElse(null), disconnectsAt, newAccounts);
  }

  /** A warning does not hide that the login is broken already. */
  private ItemHealth warned(ItemEvent event) {
    Instant day = event.deadline().orElse(null);
    return status == ACTIVE || status == PENDING_DISCONNECT
        ? new ItemHealth(PENDING_DISCONNECT, event.code().orElse(null), null, day, newAccounts)
        : new ItemHealth(status, code, message, day, newAccounts);
  }

  /** A reading tells nothing of a warning, so one whose day has not come stands. */
  private ItemHealth foundWell(ItemEvent event) {
    boolean warned =
        disconnectsAt == null
            ? status == PENDING_DISCONNECT
            : disconnectsAt.isAfter(event.toldAt());
    return warned
        ? new ItemHealth(PENDING_DISCONNECT, "PENDING_DISCONNECT", null, disconnectsAt, newAccounts)
        : new ItemHealth(ACTIVE, null, null, null, newAccounts);
  }

  private ItemHealth withNewAccounts(boolean some) {
    return new ItemHealth(status, code, message, disconnectsAt, some);
  }
}
