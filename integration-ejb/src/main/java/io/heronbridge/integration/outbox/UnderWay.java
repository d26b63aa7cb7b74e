package io.heronbridge.integration.outbox;

import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.Priority;
import io.heronbridge.persistence.outbox.Queue;
import io.heronbridge.persistence.outbox.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The leases a node holds. Each waits here for a place, is being delivered, and then waits for its
 * outcome to be recorded.
 */
final class UnderWay {
  /** So many outcomes may wait to be recorded for each place; more, and nothing new is begun. */
  private static final int UNRECORDED_A_PLACE = 4;

  private static final int BUSY = 16;

  private final Capacity capacity;
  private final Map<UUID, Lease> held = new HashMap<>();
  private final Map<Queue, Deque<Lease>> waiting = new TreeMap<>(Queue.BY_PRIORITY);
  private final Map<Queue, Integer> delivering = new HashMap<>();

  UnderWay(Capacity capacity) {
    this.capacity = capacity;
  }

  /** The node has claimed it. */
  synchronized void add(Lease lease) {
    held.put(lease.messageId(), lease);
    waiting.computeIfAbsent(lease.queue(), queue -> new ArrayDeque<>()).add(lease);
  }

  /** Those that have a place now; they are being delivered from here on. */
  synchronized List<Lease> begin() {
    List<Lease> begun = new ArrayList<>();
    for (Map.Entry<Queue, Deque<Lease>> entry : waiting.entrySet()) {
      int places = places(entry.getKey());
      while (places > 0 && !entry.getValue().isEmpty()) {
        begun.add(entry.getValue().remove());
        delivering.merge(entry.getKey(), 1, Integer::sum);
        places--;
      }
    }
    waiting.values().removeIf(Deque::isEmpty);
    return begun;
  }

  /** How many deliveries of the queue may begin now, beside those that wait for that. */
  synchronized int places(Queue queue) {
    Priority priority = queue.priority();
    int places = capacity.all() - calls(any -> true);
    if (priority == Priority.RELAY) {
      places = Math.min(places, capacity.relays() - calls(other -> other == Priority.RELAY));
    } else {
      places = Math.min(places, capacity.notRelays() - calls(other -> other != Priority.RELAY));
    }
    if (priority.isBulk()) {
      places = Math.min(places, capacity.bulk() - calls(Priority::isBulk));
    }
    if (priority == Priority.LENDER) {
      places = Math.min(places, Capacity.LENDERS - calls(Priority.LENDER::equals));
      places = Math.min(places, Capacity.ONE_LENDER - delivering.getOrDefault(queue, 0));
    }
    return Math.max(0, Math.min(places, capacity.queue() - delivering.getOrDefault(queue, 0)));
  }

  private int calls(Predicate<Priority> which) {
    int calls = 0;
    for (Map.Entry<Queue, Integer> entry : delivering.entrySet()) {
      calls += which.test(entry.getKey().priority()) ? entry.getValue() : 0;
    }
    return calls;
  }

  /** There is nobody to begin with it: it waits as before. */
  synchronized void putBack(Lease lease) {
    delivered(lease);
    waiting.computeIfAbsent(lease.queue(), queue -> new ArrayDeque<>()).addFirst(lease);
  }

  /** The node still has these; the others are somebody else's, and are not begun. */
  synchronized void renewed(Set<UUID> ours, Term term) {
    for (Lease lease : held.values()) {
      if (ours.contains(lease.messageId())) {
        lease.term().extend(term);
      }
    }
  }

  /** The delivery is over and its place is free; the outcome is to be recorded. */
  synchronized void delivered(Lease lease) {
    delivering.computeIfPresent(lease.queue(), (queue, calls) -> calls == 1 ? null : calls - 1);
  }

  /** The outcome is recorded, or nobody wants it. Another claim of the message is another lease. */
  synchronized void forget(Lease lease) {
    held.remove(lease.messageId(), lease);
  }

  /** How many more messages of the queue may be claimed. */
  synchronized int room(Queue queue) {
    if (isRecordingBehind()) {
      return 0;
    }
    // What waits here for a slow backend would take the room of those that others wait for.
    int ahead = queue.priority() == Priority.LENDER ? 0 : capacity.ahead() - ahead();
    return Math.max(0, places(queue) + ahead);
  }

  /** Whether there is enough for the places that get free within some time. */
  synchronized boolean isStocked() {
    return 2 * ahead() > capacity.ahead();
  }

  /** Whether so much is under way that outcomes come in groups. */
  synchronized boolean isBusy() {
    return calls(any -> true) >= BUSY;
  }

  private int ahead() {
    return waiting.values().stream().mapToInt(Deque::size).sum();
  }

  private boolean isRecordingBehind() {
    return held.size() > UNRECORDED_A_PLACE * (capacity.all() + capacity.ahead());
  }

  synchronized boolean isEmpty() {
    return held.isEmpty();
  }

  /** Whether only such are held as were never begun. */
  synchronized boolean isIdle() {
    return held.size() == ahead();
  }

  /** Those that were not only claimed ahead. */
  synchronized Collection<UUID> begun() {
    Set<UUID> begun = new HashSet<>(held.keySet());
    waiting.values().forEach(leases -> leases.forEach(lease -> begun.remove(lease.messageId())));
    return begun;
  }

  synchronized Collection<UUID> messages() {
    return List.copyOf(held.keySet());
  }
}
