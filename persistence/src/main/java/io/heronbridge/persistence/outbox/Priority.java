package io.heronbridge.persistence.outbox;

/**
 * Whose turn it is, the first constant first. The database keeps their numbers, so a new one comes
 * last or with a migration.
 */
public enum Priority {
  /** Webhooks: their five minutes run. */
  RELAY(false),
  /** Links, for which somebody waits. */
  LINK(true),
  /** What Plaid is asked to do, for which somebody waits. */
  PLAID(false),
  /** Requests to pull data. */
  REFRESH(true),
  /** Links of an import or a bulk resend. */
  BULK_LINK(true),
  /** What Plaid is asked to do for many items. */
  BULK_PLAID(false),
  /** What lenders' backends are told. */
  LENDER(false);

  private final boolean needsHeronsKey;

  Priority(boolean needsHeronsKey) {
    this.needsHeronsKey = needsHeronsKey;
  }

  /** Where messages of a kind belong. */
  public static Priority of(MessageKind kind) {
    return switch (kind) {
      case RELAY_WEBHOOK -> RELAY;
      case CREATE_LINK, DISABLE_LINKS -> LINK;
      case REMOVE_ITEM, MOVE_WEBHOOK -> PLAID;
      case REFRESH_LINK -> REFRESH;
      case TELL_LENDER -> LENDER;
    };
  }

  /** The same work when nobody waits for it. */
  public Priority givingWay() {
    return switch (this) {
      case LINK -> BULK_LINK;
      case PLAID -> BULK_PLAID;
      default -> this;
    };
  }

  public boolean isBulk() {
    return this == BULK_LINK || this == BULK_PLAID;
  }

  /** Whether it is held while the integration is paused, and draws on Heron's budget. */
  public boolean needsHeronsKey() {
    return needsHeronsKey;
  }
}
