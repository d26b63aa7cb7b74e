package io.heronbridge.launcher.inside;

import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Lets the application speak, and its server only from a warning on; except for the warnings that
 * Payara Micro gives at every start and nobody can act on.
 */
public final class KnownChatter implements Filter {
  private static final String OURS = "io.heronbridge.";
  private static final List<String> SAID_AT_EVERY_START =
      List.of("Unprocessed event", "registered the JDBC driver");

  @Override
  public boolean isLoggable(LogRecord record) {
    String logger = String.valueOf(record.getLoggerName());
    if (logger.startsWith(OURS)) {
      return true;
    }
    if (record.getLevel().intValue() < Level.WARNING.intValue()) {
      return false;
    }
    String message = String.valueOf(record.getMessage());
    return SAID_AT_EVERY_START.stream().noneMatch(message::contains);
  }
}
