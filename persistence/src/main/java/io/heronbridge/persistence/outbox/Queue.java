package io.heronbridge.persistence.outbox;

import java.util.Comparator;
import java.util.UUID;

/** Messages of one integration and priority, in the order in which they become due. */
public record Queue(Priority priority, UUID integration) {
  /** The most urgent first. */
  public static final Comparator<Queue> BY_PRIORITY =
      Comparator.comparing(Queue::priority).thenComparing(Queue::integration);
}
