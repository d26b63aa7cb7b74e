/**
 * Sends spans to the operator's collector in batches, over OTLP/HTTP. Nothing waits for it: with
 * the collector away, spans are lost and counted, and that is all.
 */
package io.heronbridge.integration.traceexport;
