package io.heronbridge.integration.outbox;

/**
 * How many calls a node may have under way.
 *
 * @param all of them
 * @param notRelays the rest is for webhooks alone
 * @param bulk for which nobody waits
 * @param queue of one integration and priority: one slow Heron cannot take every place
 */
public record Capacity(int all, int notRelays, int bulk, int queue) {
  /** What a node has. */
  public static final Capacity USUAL = new Capacity(256, 192, 96, 64);
}
