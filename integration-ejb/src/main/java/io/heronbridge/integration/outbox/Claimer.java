package io.heronbridge.integration.outbox;

import static java.lang.System.Logger.Level.WARNING;

import io.heronbridge.integration.problem.DatabaseOutage;
import io.heronbridge.persistence.integration.HeronBudgets.Taken;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.Priority;
import io.heronbridge.persistence.outbox.Queue;
import io.heronbridge.persistence.outbox.QueueHead;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides which messages a node takes next. The urgent go first; queues of the same priority get
 * equal shares of the room, so that no integration waits for another's backlog.
 */
final class Claimer {
  private static final System.Logger LOG = System.getLogger(Claimer.class.getName());

  /** A node looks by itself after so long, whatever it is told. */
  static final Duration POLL = Duration.ofSeconds(1);

  /** More in one statement would keep rows locked for too long. */
  private static final int MOST = 128;

  private final OutboxLedger ledger;
  private final UnderWay underWay;
  private final Runnable claimed;

  private List<Lease> leases = new ArrayList<>();
  private boolean isMore;
  private Duration nextIn = POLL;

  /**
   * @param claimed told after each priority, so that the urgent need not wait for the others'
   *     claims
   */
  Claimer(OutboxLedger ledger, UnderWay underWay, Runnable claimed) {
    this.ledger = ledger;
    this.underWay = underWay;
    this.claimed = claimed;
  }

  /**
   * What came of one look.
   *
   * @param isMore whether there may be more to claim at once
   * @param nextIn until something becomes due that is known of now
   */
  record Round(List<Lease> leases, boolean isMore, Duration nextIn) {}

  /** So many messages of a queue, for which permits were taken where they are needed. */
  private record Turn(QueueHead head, int size) {}

  /** Claims what is due, may be done now and has room here. */
  Round claim() throws SQLException {
    leases = new ArrayList<>();
    isMore = false;
    nextIn = POLL;
    Map<Priority, List<QueueHead>> due = new EnumMap<>(Priority.class);
    for (QueueHead head : ledger.heads()) {
      if (!isHeld(head)) {
        due.computeIfAbsent(head.queue().priority(), priority -> new ArrayList<>()).add(head);
      }
    }
    for (List<QueueHead> tier : due.values()) {
      claim(tier);
      claimed.run();
    }
    return new Round(leases, isMore, nextIn);
  }

  /** Whether nothing of the queue can go now; when that will change is noted, if it is known. */
  private boolean isHeld(QueueHead head) {
    boolean needsKey = head.queue().priority().needsHeronsKey();
    if (needsKey && head.isPaused()) {
      return true;
    }
    Duration probeIn = needsKey ? head.probeIn().orElse(Duration.ZERO) : Duration.ZERO;
    Duration time = probeIn.compareTo(head.dueIn()) > 0 ? probeIn : head.dueIn();
    if (time.isZero() || time.isNegative()) {
      return false;
    }
    waitFor(time);
    return true;
  }

  private void claim(List<QueueHead> tier) throws SQLException {
    // Where there is not room for all, it is another one's turn each time.
    Collections.shuffle(tier);
    int room = tier.stream().mapToInt(head -> underWay.room(head.queue())).max().orElse(0);
    int share = Math.max(1, room / tier.size());
    Map<Integer, List<Turn>> bySize = new TreeMap<>();
    for (QueueHead head : tier.subList(0, Math.min(room, tier.size()))) {
      int size = Math.min(MOST, Math.min(share, underWay.room(head.queue())));
      Optional<Turn> turn = size > 0 ? turnOrNone(head, size) : Optional.empty();
      turn.ifPresent(
          found -> bySize.computeIfAbsent(found.size(), key -> new ArrayList<>()).add(found));
    }
    for (Map.Entry<Integer, List<Turn>> turns : bySize.entrySet()) {
      claim(turns.getKey(), turns.getValue());
    }
  }

  /** What is wrong with one queue holds up no other. */
  private Optional<Turn> turnOrNone(QueueHead head, int size) throws SQLException {
    try {
      return turn(head, size);
    } catch (SQLException | RuntimeException e) {
      if (DatabaseOutage.isAt(e)) {
        throw e;
      }
      LOG.log(WARNING, () -> "a queue is passed over " + head.queue() + ": " + e);
      return Optional.empty();
    }
  }

  private Optional<Turn> turn(QueueHead head, int size) throws SQLException {
    if (!head.queue().priority().needsHeronsKey()) {
      return Optional.of(new Turn(head, size));
    }
    boolean isProbe = head.probeIn().isPresent();
    int most = isProbe ? 1 : atOnce(head, size);
    if (most == 0) {
      return Optional.empty();
    }
    Taken taken = ledger.takePermits(head, most);
    if (taken.permits() == 0) {
      waitFor(taken.nextIn());
      return Optional.empty();
    }
    if (isProbe && !ledger.mayProbe(head.queue().integration())) {
      ledger.giveBack(head, taken.permits());
      return Optional.empty();
    }
    return Optional.of(new Turn(head, taken.permits()));
  }

  /** Permits are for calls made now: what waits here for a place would be called too late. */
  private int atOnce(QueueHead head, int size) {
    return head.requestsPerMinute() == 0 ? size : Math.min(size, underWay.places(head.queue()));
  }

  private void claim(int each, List<Turn> turns) throws SQLException {
    List<Queue> queues = turns.stream().map(turn -> turn.head().queue()).toList();
    List<Lease> got = ledger.claim(queues, each);
    got.forEach(underWay::add);
    leases.addAll(got);
    for (Turn turn : turns) {
      int count = (int) got.stream().filter(lease -> isOf(lease, turn)).count();
      isMore |= count == each;
      if (count == 0 && turn.head().probeIn().isPresent()) {
        ledger.probeUnused(turn.head().queue().integration());
      }
      ledger.giveBack(turn.head(), each - count);
    }
  }

  private static boolean isOf(Lease lease, Turn turn) {
    return lease.queue().equals(turn.head().queue());
  }

  private void waitFor(Duration time) {
    nextIn = time.compareTo(nextIn) < 0 ? time : nextIn;
  }
}
