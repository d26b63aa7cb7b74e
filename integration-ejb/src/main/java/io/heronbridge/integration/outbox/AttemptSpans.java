package io.heronbridge.integration.outbox;

import io.heronbridge.integration.trace.Span;
import io.heronbridge.integration.trace.SpanKind;
import io.heronbridge.integration.trace.TraceContext;
import io.heronbridge.integration.trace.Tracer;
import io.heronbridge.integration.words.Words;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import io.heronbridge.persistence.outbox.Lease;
import java.util.concurrent.CompletionException;

/** One span for each attempt, below the request that promised the work. */
final class AttemptSpans {
  private final Tracer tracer;

  AttemptSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  Span begin(Lease lease) {
    String kind = Words.of(lease.kind());
    return tracer
        .begin(SpanKind.CONSUMER, "attempt " + kind, TraceContext.parse(lease.traceparent()))
        .with("bridge.message.kind", kind)
        .with("bridge.message.id", lease.messageId())
        .with("bridge.message.subject", lease.subject())
        .with("bridge.integration.id", lease.integration())
        .with("bridge.attempt.number", lease.attempts() + 1);
  }

  static void end(Span span, Delivery delivery) {
    delivery.call().ifPresent(call -> describe(span, call));
    span.end();
  }

  private static void describe(Span span, Delivery.Call call) {
    String outcome = Words.of(call.outcome());
    span.with("bridge.attempt.outcome", outcome);
    if (call.httpStatus() != null) {
      span.with("http.response.status_code", call.httpStatus());
    }
    if (call.outcome() != AttemptOutcome.DELIVERED && call.outcome() != AttemptOutcome.CONFIRMED) {
      span.failed(outcome);
    }
  }

  static void brokeOff(Span span, Throwable thrown) {
    boolean isWrapped = thrown instanceof CompletionException && thrown.getCause() != null;
    Throwable cause = isWrapped ? thrown.getCause() : thrown;
    span.failed(cause.getClass().getName()).end();
  }
}
