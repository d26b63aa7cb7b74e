package io.heronbridge.persistence.item;

/** How far the move of an item's webhook is. */
public enum WebhookMoveStatus {
  PENDING,
  MOVED,
  /** Plaid refused it, or could not be reached for too long. */
  FAILED
}
