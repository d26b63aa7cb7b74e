package io.heronbridge.integration.trace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that takes time. It always has ids, for log lines; its attributes are kept only when
 * somebody wants them. One thread describes it; any thread may end it.
 */
public final class Span {
  private final TraceContext context;
  private final Optional<Recording> recording;

  private Span(TraceContext context, Optional<Recording> recording) {
    this.context = context;
    this.recording = recording;
  }

  static Span unrecorded(TraceContext context) {
    return new Span(context, Optional.empty());
  }

  static Span recorded(TraceContext context, Optional<String> parent, Recording recording) {
    recording.parent = parent;
    return new Span(context, Optional.of(recording));
  }

  /** Where work that belongs to this span is done. */
  public TraceContext context() {
    return context;
  }

  /** A fact about it: a text or a whole number, never a secret and never an end user. */
  public Span with(String name, Object value) {
    recording.ifPresent(kept -> kept.put(name, value));
    return this;
  }

  /** It is called otherwise than was thought at its beginning. */
  public void rename(String name) {
    recording.ifPresent(kept -> kept.rename(name));
  }

  /** It did not end well. */
  public Span failed(String errorType) {
    recording.ifPresent(kept -> kept.fail(errorType));
    return this;
  }

  /** It is over; a second end changes nothing. */
  public void end() {
    recording.ifPresent(kept -> kept.end(context));
  }

  /** What is remembered of a span until its end. */
  static final class Recording {
    private final SpanKind kind;
    private final Instant start;
    private final SpanSink sink;
    private final long began = System.nanoTime();
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private Optional<String> parent = Optional.empty();
    private String name;
    private boolean failed;
    private boolean ended;

    Recording(String name, SpanKind kind, Clock clock, SpanSink sink) {
      this.name = name;
      this.kind = kind;
      this.start = clock.instant();
      this.sink = sink;
    }

    private synchronized void put(String key, Object value) {
      attributes.put(key, value);
    }

    private synchronized void rename(String other) {
      name = other;
    }

    private synchronized void fail(String errorType) {
      failed = true;
      attributes.put("error.type", errorType);
    }

    private synchronized void end(TraceContext context) {
      if (!ended) {
        ended = true;
        Duration duration = Duration.ofNanos(System.nanoTime() - began);
        Map<String, Object> facts = new LinkedHashMap<>(attributes);
        sink.take(new FinishedSpan(name, kind, context, parent, start, duration, facts, failed));
      }
    }
  }
}
