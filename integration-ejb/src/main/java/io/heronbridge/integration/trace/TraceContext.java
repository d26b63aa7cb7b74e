package io.heronbridge.integration.trace;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a trace, after W3C Trace Context.
 *
 * @param traceId 32 hexadecimal digits in lower case, not all zero
 * @param spanId 16 of them
 * @param sampled whether its spans are exported, here and by those who are called
 */
public record TraceContext(String traceId, String spanId, boolean sampled) {
  private static final int LONGEST = 512;

  /** Of later versions only what version 00 knows is read; ff is no version. */
  private static final Pattern TRACEPARENT =
      Pattern.compile(
          "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  /** The beginning of a trace. */
  public static TraceContext begin(boolean sampled) {
    return new TraceContext(hex(random()) + hex(random()), hex(random()), sampled);
  }

  /** Reads the header {@code traceparent}; empty for what is missing or malformed. */
  public static Optional<TraceContext> parse(String traceparent) {
    if (traceparent == null || traceparent.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = TRACEPARENT.matcher(traceparent);
    if (!matcher.matches() || "00".equals(matcher.group(1)) && matcher.group(5) != null) {
      return Optional.empty();
    }
    boolean isSampled = (Integer.parseInt(matcher.group(4), 16) & 1) == 1;
    return Optional.of(new TraceContext(matcher.group(2), matcher.group(3), isSampled));
  }

  /** As the header {@code traceparent} and the outbox hold it. */
  public String traceparent() {
    return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
  }

  /** A new place in the same trace. */
  TraceContext child() {
    return new TraceContext(traceId, hex(random()), sampled);
  }

  /** The same for everybody who asks for this trace: from 0, inclusive, to 1, exclusive. */
  double chance() {
    return (Long.parseUnsignedLong(traceId.substring(16), 16) >>> 11) * 0x1.0p-53;
  }

  TraceContext sampledIf(boolean wanted) {
    return new TraceContext(traceId, spanId, wanted);
  }

  private static long random() {
    long number = ThreadLocalRandom.current().nextLong();
    return number == 0 ? 1 : number;
  }

  private static String hex(long number) {
    StringBuilder digits = new StringBuilder(16);
    for (int shift = 60; shift >= 0; shift -= 4) {
      digits.append(Character.forDigit((int) (number >>> shift) & 0xf, 16));
    }
    return digits.toString();
  }
}
