package io.heronbridge.integration.outbox;

import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import java.util.concurrent.CompletableFuture;

/** Knows how to do one kind of promised work. */
public interface MessageHandler {

  MessageKind kind();

  /**
   * Makes one attempt, with no transaction and without blocking on the network.
   *
   * <p>May be called again for the same message: {@link Lease#uncertain()} tells when an earlier
   * call may have taken effect.
   */
  CompletableFuture<Delivery> deliver(Lease lease);

  /** What to record for a message that has been claimed too often without an outcome. */
  Delivery giveUp(Lease lease, String reason);
}
