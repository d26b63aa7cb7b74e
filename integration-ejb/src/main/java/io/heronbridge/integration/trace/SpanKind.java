package io.heronbridge.integration.trace;

/** What a span is to those on the other side. */
public enum SpanKind {
  /** Answers a request. */
  SERVER,
  /** Makes a request. */
  CLIENT,
  /** Does work that was promised. */
  CONSUMER
}
