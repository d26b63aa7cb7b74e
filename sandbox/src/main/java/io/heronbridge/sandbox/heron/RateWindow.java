package io.heronbridge.sandbox.heron;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** A rolling minute of calls, against a limit that may change; limit 0 means none. */
final class RateWindow {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long PRACTICALLY_NONE = 1_000_000;
  private final Deque<Instant> calls = new ArrayDeque<>();

  /** Whether a call fits, and what the headers say about it. */
  record Verdict(boolean allowed, long limit, long remaining, Instant reset, long retryAfter) {
    Map<String, String> headers() {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("X-RateLimit-Limit", Long.toString(limit));
      headers.put("X-RateLimit-Remaining", Long.toString(remaining));
      headers.put("X-RateLimit-Reset", Long.toString(reset.getEpochSecond()));
      headers.put("Retry-After", Long.toString(retryAfter));
      return headers;
    }
  }

  /** Counts the call when it fits. */
  synchronized Verdict admit(long configured, Instant now) {
    long limit = configured == 0 ? PRACTICALLY_NONE : configured;
    while (!calls.isEmpty() && !calls.peekFirst().plus(MINUTE).isAfter(now)) {
      calls.removeFirst();
    }
    boolean allowed = calls.size() < limit;
    if (allowed) {
      calls.addLast(now);
    }
    Instant reset = calls.isEmpty() ? now.plus(MINUTE) : calls.peekFirst().plus(MINUTE);
    long wait = Math.max(1, Math.round(Math.ceil(Duration.between(now, reset).toMillis() / 1e3)));
    return new Verdict(allowed, limit, Math.max(0, limit - calls.size()), reset, wait);
  }

  synchronized void clear() {
    calls.clear();
  }
}
