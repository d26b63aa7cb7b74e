/**
 * Work promised to other systems.
 *
 * <p>A message is written in the transaction of the change that caused it, then delivered at least
 * once by whichever node holds its lease: claim, call, record, and never a transaction across the
 * network. Handlers must therefore bear being called twice.
 */
package io.heronbridge.integration.outbox;
