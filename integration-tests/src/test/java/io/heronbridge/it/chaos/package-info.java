/**
 * Faults under load, and a ledger that says afterwards whether anything was lost: killed and frozen
 * nodes, a database that crashes, and networks that misbehave in eight ways.
 */
package io.heronbridge.it.chaos;
