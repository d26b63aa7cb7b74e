/** Counting and timing, in Prometheus text. */
package io.heronbridge.integration.metrics;
