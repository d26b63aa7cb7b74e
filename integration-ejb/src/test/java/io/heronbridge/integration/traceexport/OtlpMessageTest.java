package io.heronbridge.integration.traceexport;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.heronbridge.integration.trace.FinishedSpan;
import io.heronbridge.integration.trace.SpanKind;
import io.heronbridge.integration.trace.TraceContext;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtlpMessageTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05.000000006Z");
  private static final TraceContext PLACE =
      TraceContext.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01").orElseThrow();

  private static FinishedSpan span(boolean failed) {
    return new FinishedSpan(
        "attempt create_link",
        SpanKind.CONSUMER,
        PLACE,
        Optional.of("00f067aa0ba902b8"),
        START,
        Duration.ofMillis(7),
        Map.of("bridge.attempt.number", 2, "bridge.attempt.outcome", "delivered"),
        failed);
  }

  @Test
  void collectorReadsWhatWasMeant() throws InvalidProtocolBufferException {
    byte[] bytes = new OtlpMessage("1.2.3", "node-a").of(List.of(span(false), span(true)));

    ResourceSpans read = ExportTraceServiceRequest.parseFrom(bytes).getResourceSpans(0);
    assertThat(read.getResource().getAttributesList())
        .extracting(pair -> pair.getKey() + "=" + pair.getValue().getStringValue())
        .containsExactly(
            "service.name=heron-bridge", "service.version=1.2.3", "service.instance.id=node-a");
    List<Span> spans = read.getScopeSpans(0).getSpansList();
    assertThat(spans).hasSize(2);
    Span first = spans.get(0);
    assertThat(HexFormat.of().formatHex(first.getTraceId().toByteArray()))
        .isEqualTo(PLACE.traceId());
    assertThat(HexFormat.of().formatHex(first.getParentSpanId().toByteArray()))
        .isEqualTo("00f067aa0ba902b8");
    assertThat(first.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CONSUMER);
    assertThat(first.getStartTimeUnixNano() % 1_000).isEqualTo(6);
    assertThat(first.getEndTimeUnixNano() - first.getStartTimeUnixNano()).isEqualTo(7_000_000);
    assertThat(first.getAttributesList())
        .anyMatch(pair -> pair.getValue().getIntValue() == 2)
        .anyMatch(pair -> pair.getValue().getStringValue().equals("delivered"));
    assertThat(spans)
        .extracting(span -> span.getStatus().getCode())
        .containsExactly(Status.StatusCode.STATUS_CODE_UNSET, Status.StatusCode.STATUS_CODE_ERROR);
  }
}
