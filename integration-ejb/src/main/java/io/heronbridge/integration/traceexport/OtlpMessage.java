package io.heronbridge.integration.traceexport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import io.heronbridge.integration.trace.FinishedSpan;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Spans as collectors read them: OTLP in protobuf. */
final class OtlpMessage {
  private static final long NANOS = 1_000_000_000;

  private final Resource resource;
  private final InstrumentationScope scope;

  /**
   * @param node this node's name
   */
  OtlpMessage(String version, String node) {
    this.resource =
        Resource.newBuilder()
            .addAttributes(attribute("service.name", "heron-bridge"))
            .addAttributes(attribute("service.version", version))
            .addAttributes(attribute("service.instance.id", node))
            .build();
    this.scope =
        InstrumentationScope.newBuilder().setName("io.heronbridge").setVersion(version).build();
  }

  byte[] of(List<FinishedSpan> spans) {
    ScopeSpans.Builder ours = ScopeSpans.newBuilder().setScope(scope);
    spans.forEach(span -> ours.addSpans(of(span)));
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(ResourceSpans.newBuilder().setResource(resource).addScopeSpans(ours))
        .build()
        .toByteArray();
  }

  private static Span of(FinishedSpan span) {
    long start = nanos(span.start());
    Span.Builder message =
        Span.newBuilder()
            .setTraceId(bytes(span.context().traceId()))
            .setSpanId(bytes(span.context().spanId()))
            .setFlags(span.context().sampled() ? 1 : 0)
            .setName(span.name())
            .setKind(Span.SpanKind.valueOf("SPAN_KIND_" + span.kind().name()))
            .setStartTimeUnixNano(start)
            .setEndTimeUnixNano(start + span.duration().toNanos());
    span.parent().ifPresent(id -> message.setParentSpanId(bytes(id)));
    span.attributes().forEach((name, value) -> message.addAttributes(attribute(name, value)));
    if (span.failed()) {
      message.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR));
    }
    return message.build();
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * NANOS + instant.getNano();
  }

  private static ByteString bytes(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }

  private static KeyValue attribute(String name, Object value) {
    AnyValue.Builder any = AnyValue.newBuilder();
    if (value instanceof Number number) {
      any.setIntValue(number.longValue());
    } else {
      any.setStringValueBytes(ByteString.copyFrom(value.toString(), UTF_8));
    }
    return KeyValue.newBuilder().setKey(name).setValue(any).build();
  }
}
