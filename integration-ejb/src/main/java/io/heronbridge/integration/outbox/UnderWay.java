package io.heronbridge.integration.outbox;

import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.Priority;
import io.heronbridge.persistence.outbox.Queue;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The leases a node holds: those being delivered take a place, those being recorded do not. */
final class UnderWay {
  /** So many results may wait to be recorded for each place; more, and nothing new is begun. */
  private static final int UNRECORDED_A_PLACE = 4;

  private final Capacity capacity;
  private final Map<UUID, Lease> held = new HashMap<>();
  private final Set<UUID> delivering = new HashSet<>();
  private final Map<Queue, Integer> byQueue = new HashMap<>();

  UnderWay(Capacity capacity) {
    this.capacity = capacity;
  }

  synchronized void begin(Lease lease) {
    held.put(lease.messageId(), lease);
    if (delivering.add(lease.messageId())) {
      byQueue.merge(lease.queue(), 1, Integer::sum);
    }
  }

  /** The delivery is over; its outcome is to be recorded. */
  synchronized void delivered(Lease lease) {
    if (isHeld(lease) && delivering.remove(lease.messageId())) {
      byQueue.computeIfPresent(lease.queue(), (queue, calls) -> calls == 1 ? null : calls - 1);
    }
  }

  /** The outcome is recorded, or nobody wants it any more. */
  synchronized void forget(Lease lease) {
    if (isHeld(lease)) {
      delivered(lease);
      held.remove(lease.messageId());
    }
  }

  /** Somebody else's claim of the same message, or a later one of ours, is another lease. */
  private boolean isHeld(Lease lease) {
    return lease.equals(held.get(lease.messageId()));
  }

  /** How many more messages of a priority may be begun. */
  synchronized int room(Priority priority) {
    if (isRecordingBehind()) {
      return 0;
    }
    int room = capacity.all() - delivering.size();
    if (priority != Priority.RELAY) {
      room = Math.min(room, capacity.notRelays() - count(other -> other != Priority.RELAY));
    }
    if (priority.isBulk()) {
      room = Math.min(room, capacity.bulk() - count(Priority::isBulk));
    }
    return Math.max(0, room);
  }

  /** How many more messages of the queue may be begun. */
  synchronized int room(Queue queue) {
    int room = capacity.queue() - byQueue.getOrDefault(queue, 0);
    return Math.max(0, Math.min(room, room(queue.priority())));
  }

  private int count(Predicate<Priority> which) {
    return byQueue.entrySet().stream()
        .filter(entry -> which.test(entry.getKey().priority()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Whether nothing at all can be begun. */
  synchronized boolean isFull() {
    return delivering.size() >= capacity.all() || isRecordingBehind();
  }

  private boolean isRecordingBehind() {
    return held.size() - delivering.size() > UNRECORDED_A_PLACE * capacity.all();
  }

  synchronized boolean isEmpty() {
    return held.isEmpty();
  }

  synchronized Collection<UUID> messages() {
    return List.copyOf(held.keySet());
  }
}
