package io.heronbridge.benchmarks.product;

import io.heronbridge.sandbox.fault.FaultEffect;
import io.heronbridge.sandbox.fault.FaultMatch;
import io.heronbridge.sandbox.fault.FaultType;
import io.heronbridge.sandbox.http.Request;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.LongSupplier;

/** Which links Heron was asked to make, and when; the sandbox's own memory is bounded. */
final class LinkPosts {
  private final Map<String, Integer> times = new ConcurrentHashMap<>();
  private final ConcurrentSkipListSet<Long> moments = new ConcurrentSkipListSet<>();
  private final LongSupplier clock;

  /**
   * @param clock in nanoseconds
   */
  LinkPosts(LongSupplier clock) {
    this.clock = clock;
  }

  /** A rule that never acts sees every request. */
  FaultMatch match() {
    return FaultMatch.of("heron", "/links$").method("POST").when(this::see);
  }

  static FaultEffect effect() {
    return FaultEffect.of(FaultType.RESET_BEFORE);
  }

  private boolean see(Request request) {
    note(request.json().orElseThrow().get("item_id").getAsString());
    return false;
  }

  void note(String item) {
    times.merge(item, 1, Integer::sum);
    moments.add(clock.getAsLong());
  }

  Set<String> items() {
    return Set.copyOf(times.keySet());
  }

  long repeated() {
    return times.values().stream().mapToLong(count -> count - 1).sum();
  }

  /** Posts from one moment until before another. */
  long between(long from, long until) {
    return moments.subSet(from, until).size();
  }

  OptionalLong firstAfter(long moment) {
    Long first = moments.ceiling(moment);
    return first == null ? OptionalLong.empty() : OptionalLong.of(first);
  }

  /** The longest time without any between two moments, in nanoseconds. */
  long longestPause(long from, long until) {
    long longest = 0;
    long last = from;
    for (long moment : moments.subSet(from, until)) {
      longest = Math.max(longest, moment - last);
      last = moment;
    }
    return Math.max(longest, until - last);
  }
}
