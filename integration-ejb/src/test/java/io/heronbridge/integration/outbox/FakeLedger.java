package io.heronbridge.integration.outbox;

import io.heronbridge.persistence.integration.HeronBudgets.Taken;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.Priority;
import io.heronbridge.persistence.outbox.Queue;
import io.heronbridge.persistence.outbox.QueueHead;
import io.heronbridge.persistence.outbox.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Queues in memory, to look at what a claimer takes from them. */
final class FakeLedger extends OutboxLedger {
  private final Map<Queue, Integer> waiting = new LinkedHashMap<>();
  private final Map<Queue, QueueHead> heads = new HashMap<>();
  private final Map<UUID, Integer> permits = new HashMap<>();
  private final Set<UUID> probed = new HashSet<>();

  /** So many due messages in a queue that nothing holds. */
  Queue due(Priority priority, UUID integration, int messages) {
    return waiting(priority, integration, messages, head(priority, integration));
  }

  Queue waiting(Priority priority, UUID integration, int messages, QueueHead head) {
    Queue queue = new Queue(priority, integration);
    waiting.put(queue, messages);
    heads.put(queue, head);
    return queue;
  }

  static QueueHead head(Priority priority, UUID integration) {
    return head(priority, integration, false, Optional.empty());
  }

  static QueueHead head(
      Priority priority, UUID integration, boolean isPaused, Optional<Duration> probeIn) {
    return new QueueHead(
        new Queue(priority, integration), Duration.ofMillis(-5), isPaused, "budget", 60, probeIn);
  }

  static QueueHead later(Priority priority, UUID integration, Duration in) {
    return new QueueHead(
        new Queue(priority, integration), in, false, "budget", 0, Optional.empty());
  }

  /** From now on the integration's calls need permits, of which there are so many. */
  void allow(UUID integration, int calls) {
    permits.put(integration, calls);
  }

  int permitsLeft(UUID integration) {
    return permits.get(integration);
  }

  @Override
  public List<QueueHead> heads() {
    return waiting.keySet().stream()
        .filter(queue -> waiting.get(queue) > 0)
        .map(heads::get)
        .toList();
  }

  @Override
  public List<Lease> claim(List<Queue> queues, int each) {
    List<Lease> leases = new ArrayList<>();
    for (Queue queue : queues) {
      int taken = Math.min(each, waiting.get(queue));
      waiting.merge(queue, -taken, Integer::sum);
      for (int i = 0; i < taken; i++) {
        leases.add(lease(queue));
      }
    }
    return leases;
  }

  static Lease lease(Queue queue) {
    return new Lease(
        UUID.randomUUID(),
        MessageKind.CREATE_LINK,
        UUID.randomUUID(),
        queue,
        1,
        0,
        0,
        false,
        null,
        null,
        Term.lasting(Duration.ofMinutes(1)));
  }

  @Override
  public Taken takePermits(QueueHead head, int most) {
    UUID integration = head.queue().integration();
    Integer left = permits.get(integration);
    if (left == null) {
      return new Taken(most, Duration.ZERO);
    }
    int taken = Math.min(left, most);
    permits.put(integration, left - taken);
    return new Taken(taken, taken == 0 ? Duration.ofMillis(600) : Duration.ZERO);
  }

  @Override
  public void giveBack(QueueHead head, int unused) {
    permits.computeIfPresent(head.queue().integration(), (id, left) -> left + unused);
  }

  @Override
  public boolean mayProbe(UUID integration) {
    return probed.add(integration);
  }
}
