package io.heronbridge.integration.trace;

import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Puts the ids of the trace at the end of our lines, whatever the server then does with them. The
 * server's own handlers come after this one, which is nearer to our loggers.
 */
final class LogTail extends Handler {

  @Override
  public void publish(LogRecord line) {
    CurrentTrace.get()
        .ifPresent(
            place ->
                line.setMessage(
                    line.getMessage() + " trace=" + place.traceId() + " span=" + place.spanId()));
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
