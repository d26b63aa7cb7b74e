package io.heronbridge.launcher.inside;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Lines for people, or JSON for whatever collects them, as {@code bridge.logs.format} says. */
public final class LogFormatter extends Formatter {
  private final Formatter chosen;

  public LogFormatter() {
    this(System.getProperty("bridge.logs.format", System.getenv("BRIDGE_LOGS_FORMAT")));
  }

  LogFormatter(String format) {
    this.chosen =
        format != null && "json".equals(format.trim()) ? new JsonFormatter() : new LineFormatter();
  }

  @Override
  public String format(LogRecord line) {
    return chosen.format(line);
  }
}
