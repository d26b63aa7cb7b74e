/** Nodes that die, others that stall: nothing is lost, and nothing happens twice unseen. */
package io.heronbridge.it.failure;
