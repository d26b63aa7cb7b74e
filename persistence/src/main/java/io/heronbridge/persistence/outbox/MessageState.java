package io.heronbridge.persistence.outbox;

/** Where a message stands; the arrows between the states are the verbs of {@link OutboxMessage}. */
public enum MessageState {
  PENDING,
  LEASED,
  DELIVERED,
  DEAD,
  CANCELLED
}
