/**
 * Resending many failed links as a job: planned, started by a person, worked off chunk by chunk by
 * whichever node has time.
 */
package io.heronbridge.integration.resendjob;
