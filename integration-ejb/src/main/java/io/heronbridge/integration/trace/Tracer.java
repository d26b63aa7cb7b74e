package io.heronbridge.integration.trace;

import io.heronbridge.integration.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Begins spans. Without a collector they are ids and nothing else. */
@ApplicationScoped
public class Tracer {
  private static final SpanSink NOWHERE =
      new SpanSink() {
        @Override
        public boolean isOpen() {
          return false;
        }

        @Override
        public void take(FinishedSpan span) {
          // Nobody wants it.
        }
      };

  @Inject SpanSink sink;
  @Inject Clock clock;
  @Inject Settings settings;

  private double ratio;

  /** Made by the container, which fills it. */
  public Tracer() {}

  Tracer(SpanSink sink, Clock clock, double ratio) {
    this.sink = sink;
    this.clock = clock;
    this.ratio = ratio;
  }

  /** One that exports nothing, without a container. */
  public static Tracer silent() {
    return new Tracer(NOWHERE, null, 0);
  }

  @jakarta.annotation.PostConstruct
  void configure() {
    ratio = settings.traces().sampleRatio();
  }

  /** Whether spans are exported from here. */
  public boolean isOn() {
    return sink.isOpen();
  }

  /** A span below the place where the present thread works; without one, a trace begins. */
  public Span begin(SpanKind kind, String name) {
    return begin(kind, name, CurrentTrace.get());
  }

  /**
   * @param parent who caused it; without one, a trace begins
   */
  public Span begin(SpanKind kind, String name, Optional<TraceContext> parent) {
    boolean isOn = sink.isOpen();
    TraceContext context = parent.map(TraceContext::child).orElseGet(() -> root(isOn));
    return isOn && context.sampled()
        ? Span.recorded(
            context, parent.map(TraceContext::spanId), new Span.Recording(name, kind, clock, sink))
        : Span.unrecorded(context);
  }

  private TraceContext root(boolean isOn) {
    TraceContext fresh = TraceContext.begin(false);
    return fresh.sampledIf(isOn && fresh.chance() < ratio);
  }
}
