/**
 * Which request a piece of work belongs to: ids after W3C Trace Context, kept with the thread, with
 * promised work and in log lines, and the spans that tell where the time went.
 */
package io.heronbridge.integration.trace;
