package io.heronbridge.integration.trace;

/** Where finished spans go. */
public interface SpanSink {

  /** Whether anybody wants spans at all. */
  boolean isOpen();

  /** Never waits and never fails: what cannot be kept is counted and forgotten. */
  void take(FinishedSpan span);
}
