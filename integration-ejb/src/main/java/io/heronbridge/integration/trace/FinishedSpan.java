package io.heronbridge.integration.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that took time, for the collector.
 *
 * @param parent the span that it belongs to, by id
 * @param attributes values are texts and whole numbers, never secrets and never an end user
 */
public record FinishedSpan(
    String name,
    SpanKind kind,
    TraceContext context,
    Optional<String> parent,
    Instant start,
    Duration duration,
    Map<String, Object> attributes,
    boolean failed) {}
