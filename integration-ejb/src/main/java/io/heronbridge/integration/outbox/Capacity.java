package io.heronbridge.integration.outbox;

import io.heronbridge.integration.heron.HeronClient;

/**
 * How many calls a node may have under way.
 *
 * @param all of them
 * @param relays webhooks among them
 * @param notRelays everything else among them: what one of the two cannot take is the other's
 * @param bulk for which nobody waits
 * @param queue of one integration and priority: one slow Heron cannot take every place
 * @param ahead messages claimed beyond that, so that a place that gets free is filled at once and
 *     claims come in batches
 */
public record Capacity(int all, int relays, int notRelays, int bulk, int queue, int ahead) {
  /** Calls to lenders' backends, whose answers nobody waits for. */
  static final int LENDERS = 32;

  /** Among them those of one integration: one backend that hangs leaves room for the others'. */
  static final int ONE_LENDER = 8;

  /** What a node has. */
  public static final Capacity USUAL = new Capacity(HeronClient.MOST_CALLS, 192, 192, 96, 64, 64);
}
