package io.heronbridge.integration.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracerTest {
  private static final int MANY = 2_000;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private final List<FinishedSpan> taken = new ArrayList<>();
  private boolean open = true;

  private Tracer tracer(double ratio) {
    return new Tracer(
        new SpanSink() {
          @Override
          public boolean isOpen() {
            return open;
          }

          @Override
          public void take(FinishedSpan span) {
            taken.add(span);
          }
        },
        CLOCK,
        ratio);
  }

  @Test
  void spanBelongsToItsCallerAndEndsOnce() {
    TraceContext caller = TraceContext.begin(true);

    Span span = tracer(0).begin(SpanKind.SERVER, "POST /x", Optional.of(caller));
    span.with("http.response.status_code", 503).failed("503").end();
    span.end();

    assertThat(taken).hasSize(1);
    FinishedSpan sent = taken.get(0);
    assertThat(sent.context().traceId()).isEqualTo(caller.traceId());
    assertThat(sent.parent()).contains(caller.spanId());
    assertThat(sent.failed()).isTrue();
    assertThat(sent.attributes())
        .containsEntry("http.response.status_code", 503)
        .containsEntry("error.type", "503");
  }

  @Test
  void callerWhoDoesNotWantItIsHeard() {
    tracer(1).begin(SpanKind.SERVER, "GET /x", Optional.of(TraceContext.begin(false))).end();

    assertThat(taken).isEmpty();
  }

  @Test
  void shareOfTheTracesThatBeginHereIsExported() {
    Tracer half = tracer(0.5);
    for (int i = 0; i < MANY; i++) {
      half.begin(SpanKind.SERVER, "GET /x").end();
    }

    assertThat(taken.size()).isBetween(MANY * 2 / 5, MANY * 3 / 5);
    assertThat(taken).allMatch(span -> span.context().sampled() && span.parent().isEmpty());
  }

  @Test
  void withoutACollectorThereAreIdsAndNothingElse() {
    open = false;

    Span span = tracer(1).begin(SpanKind.SERVER, "GET /x").with("a", "b").failed("c");
    span.end();

    assertThat(taken).isEmpty();
    assertThat(span.context().traceId()).hasSize(32);
    assertThat(span.context().sampled()).isFalse();
  }
}
