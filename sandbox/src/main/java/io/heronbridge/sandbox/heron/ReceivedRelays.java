package io.heronbridge.sandbox.heron;

import io.heronbridge.sandbox.http.Request;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

/** The latest webhooks that reached Heron's webhook URL. */
public final class ReceivedRelays {
  private static final int REMEMBERED = 20_000;
  private final Deque<ReceivedRelay> relays = new ConcurrentLinkedDeque<>();
  private final AtomicLong count = new AtomicLong();

  void add(Request request, SignatureCheck.Verdict verdict, int status) {
    long id = count.incrementAndGet();
    relays.addLast(new ReceivedRelay(id, Instant.now(), request, verdict, status));
    // The size of this deque takes a walk to find: the count is near enough.
    if (id > REMEMBERED) {
      relays.pollFirst();
    }
  }

  /** Oldest first. */
  public List<ReceivedRelay> all() {
    return List.copyOf(relays);
  }

  /** How many have come in all. */
  public long count() {
    return count.get();
  }

  public void clear() {
    relays.clear();
    count.set(0);
  }
}
