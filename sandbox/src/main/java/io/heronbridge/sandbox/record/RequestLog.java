package io.heronbridge.sandbox.record;

import io.heronbridge.sandbox.http.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The latest requests to the simulators; an entry appears on arrival and is completed at its end.
 */
public final class RequestLog {
  private static final int REMEMBERED = 20_000;
  private final ConcurrentNavigableMap<Long, RecordedRequest> entries =
      new ConcurrentSkipListMap<>();
  private final AtomicLong ids = new AtomicLong();

  public long begin(Request request) {
    long id = ids.incrementAndGet();
    entries.put(id, new RecordedRequest(id, Instant.now(), request, 0, Optional.empty()));
    entries.headMap(id - REMEMBERED).clear();
    return id;
  }

  /** Notes that a planned fault is at work on this request. */
  public void spoiled(long id, String effect) {
    entries.computeIfPresent(id, (key, entry) -> entry.spoiled(effect));
  }

  public void answered(long id, int status) {
    entries.computeIfPresent(id, (key, entry) -> entry.ended(status));
  }

  /** Everything remembered, oldest first. */
  public List<RecordedRequest> all() {
    return List.copyOf(entries.values());
  }

  /** Those of one service whose path contains a match of the expression, oldest first. */
  public List<RecordedRequest> matching(String service, String pathExpression) {
    Pattern path = Pattern.compile(pathExpression);
    return entries.values().stream()
        .filter(entry -> entry.service().equals(service) && path.matcher(entry.path()).find())
        .toList();
  }

  public void clear() {
    entries.clear();
  }
}
