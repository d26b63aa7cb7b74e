package io.heronbridge.launcher.inside;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of JSON for a record. Ids that our messages tell as {@code name=value} are repeated in
 * {@code fields}; there they can be searched and cannot be taken for one of the record's own names.
 */
public final class JsonFormatter extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** As the application ends a message that belongs to a trace. */
  private static final Pattern TAIL =
      Pattern.compile("(?s)(.*) trace=([0-9a-f]{32}) span=([0-9a-f]{16})");

  private static final Pattern FIELD =
      Pattern.compile("(?<=\\s|^)([a-z][a-z0-9_]{0,40})=([^\\s=\"]{1,200})(?=\\s|$)");

  private static final int FIRST_PRINTABLE = 0x20;

  @Override
  public String format(LogRecord line) {
    boolean isOurs = LineFormatter.isOurs(line.getLoggerName());
    String message = String.valueOf(formatMessage(line)).strip();
    Matcher tail = TAIL.matcher(message);
    boolean isTraced = isOurs && tail.matches();
    String text = isTraced ? tail.group(1) : message;
    StringBuilder json = new StringBuilder(text.length() + 200).append('{');
    add(json, "timestamp", TIME.format(line.getInstant()));
    add(json, "level", LineFormatter.level(line.getLevel()));
    add(json, "logger", LineFormatter.logger(line.getLoggerName()));
    add(json, "message", text);
    if (isTraced) {
      add(json, "trace_id", tail.group(2));
      add(json, "span_id", tail.group(3));
    }
    if (isOurs) {
      addFields(json, text);
    }
    if (line.getThrown() != null) {
      add(json, "exception", stackTrace(line.getThrown()));
    }
    return json.append("}\n").toString();
  }

  /** The first of a name counts: what others said comes last in our messages. */
  private static void addFields(StringBuilder json, String message) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(message);
    while (field.find()) {
      fields.putIfAbsent(field.group(1), field.group(2));
    }
    if (!fields.isEmpty()) {
      json.append(",\"fields\":{");
      fields.forEach((name, value) -> add(json, name, value));
      json.append('}');
    }
  }

  private static void add(StringBuilder json, String name, String value) {
    if (json.charAt(json.length() - 1) != '{') {
      json.append(',');
    }
    json.append('"').append(name).append("\":\"");
    escape(json, value);
    json.append('"');
  }

  /** Whatever could end the line, or show it otherwise than it is, is written as a number. */
  private static void escape(StringBuilder json, String value) {
    for (int at = 0; at < value.length(); at++) {
      char letter = value.charAt(at);
      if (letter == '"' || letter == '\\') {
        json.append('\\').append(letter);
      } else if (letter == '\n') {
        json.append("\\n");
      } else if (letter == '\t') {
        json.append("\\t");
      } else if (isPlain(value, at)) {
        json.append(letter);
      } else {
        json.append("\\u%04x".formatted((int) letter));
      }
    }
  }

  private static boolean isPlain(String value, int at) {
    char letter = value.charAt(at);
    if (letter < FIRST_PRINTABLE || Character.isISOControl(letter)) {
      return false;
    }
    if (Character.isHighSurrogate(letter)) {
      return at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1));
    }
    if (Character.isLowSurrogate(letter)) {
      return at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    }
    int type = Character.getType(letter);
    return type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString().strip();
  }
}
