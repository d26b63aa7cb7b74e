/**
 * How many deliveries ended how, how long they took and how many messages waited, in spans of time.
 * Worked out from the attempts, so that nothing is counted while something is delivered.
 */
package io.heronbridge.persistence.history;
