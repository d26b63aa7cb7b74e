package io.heronbridge.launcher.inside;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** One line for a record: time, level, logger, message; what does not fit follows after a tab. */
public final class LineFormatter extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final String OUR_PACKAGES = "io.heronbridge.";

  @Override
  public String format(LogRecord record) {
    return "%s %-5s %s %s%s%n"
        .formatted(
            TIME.format(record.getInstant()),
            level(record.getLevel()),
            logger(record.getLoggerName()),
            indented(formatMessage(record).strip()),
            stackTrace(record.getThrown()));
  }

  static String level(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "WARN";
    }
    return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }

  static String logger(String name) {
    if (name == null || name.isEmpty()) {
      return "-";
    }
    return isOurs(name) ? name.substring(OUR_PACKAGES.length()) : name;
  }

  static boolean isOurs(String logger) {
    return logger != null && logger.startsWith(OUR_PACKAGES);
  }

  private static String stackTrace(Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return "\n\t" + indented(text.toString().strip());
  }

  /** A message cannot pretend to be a record of its own. */
  private static String indented(String text) {
    return text.replaceAll("\\R\\s*", "\n\t");
  }
}
