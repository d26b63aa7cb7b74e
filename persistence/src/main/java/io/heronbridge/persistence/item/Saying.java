package io.heronbridge.persistence.item;

import java.time.Instant;

/**
 * What is said of an item.
 *
 * @param code Plaid's error or webhook code, or Heron's status; may be null
 * @param message without secrets; may be null
 * @param deadline when Plaid will end the connection; may be null
 */
public record Saying(ItemEventKind kind, String code, String message, Instant deadline) {
  public static Saying of(ItemEventKind kind) {
    return new Saying(kind, null, null, null);
  }

  public static Saying of(ItemEventKind kind, String code, String message) {
    return new Saying(kind, code, message, null);
  }
}
