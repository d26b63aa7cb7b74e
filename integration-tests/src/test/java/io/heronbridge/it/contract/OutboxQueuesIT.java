package io.heronbridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.Eventually;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.persistence.database.Schema;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.OutboxQueues;
import io.heronbridge.persistence.outbox.Priority;
import io.heronbridge.persistence.outbox.Queue;
import io.heronbridge.persistence.outbox.QueueHead;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Nodes that share an outbox: each message is one node's at a time, and none is forgotten. */
class OutboxQueuesIT {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration BRIEF = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static Database database;
  private static OutboxQueues outbox;
  private static OutboxRows rows;

  @BeforeAll
  static void migrate() {
    database = TestRun.current().postgres().create("outbox_contract");
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.username());
    Schema.migrate(dataSource);
    outbox = new OutboxQueues(dataSource);
    rows = new OutboxRows(database);
  }

  @AfterEach
  void forgetEverything() {
    database.change("DELETE FROM outbox_message");
    database.change("DELETE FROM integration");
  }

  @Test
  void messageIsNeverLeasedToTwoNodesAtOnce() throws Exception {
    UUID integration = rows.integration("ACTIVE");
    IntStream.range(0, 50).forEach(i -> rows.message(MessageKind.CREATE_LINK, integration));
    CyclicBarrier bothHaveClaimed = new CyclicBarrier(2);

    List<Lease> claimed = new ArrayList<>();
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      Callable<List<Lease>> node = () -> claimAndWait(bothHaveClaimed);
      for (Future<List<Lease>> claim : nodes.invokeAll(List.of(node, node))) {
        claimed.addAll(claim.get());
      }
    } finally {
      nodes.shutdownNow();
    }

    assertThat(claimed).hasSize(50);
    assertThat(claimed).extracting(Lease::messageId).doesNotHaveDuplicates();
  }

  @Test
  void eachQueueIsShownOnceByPriorityWithItsFirstMessage() throws Exception {
    UUID one = rows.integration("ACTIVE");
    UUID other = rows.integration("PAUSED");
    IntStream.range(0, 3).forEach(i -> rows.message(MessageKind.CREATE_LINK, one));
    UUID later = rows.message(MessageKind.REFRESH_LINK, other);
    rows.message(MessageKind.RELAY_WEBHOOK, other);
    database.change(
        "UPDATE outbox_message SET due_at = now() + interval '1 h' WHERE id = ?", later);

    List<QueueHead> heads = outbox.heads();

    assertThat(heads)
        .extracting(QueueHead::queue)
        .containsExactly(
            new Queue(Priority.RELAY, other),
            new Queue(Priority.LINK, one),
            new Queue(Priority.REFRESH, other));
    assertThat(heads).extracting(QueueHead::isPaused).containsExactly(true, false, true);
    assertThat(heads.get(1).dueIn()).isLessThanOrEqualTo(Duration.ZERO);
    assertThat(heads.get(2).dueIn()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
  }

  /** As nodes of two versions meet: the older leaves alone what only the newer knows. */
  @Test
  void workThatOnlyANewerNodeKnowsIsLeftToIt() throws SQLException {
    UUID integration = rows.integration("ACTIVE");
    UUID known = rows.message(MessageKind.CREATE_LINK, integration);
    UUID unknown = rows.message(MessageKind.CREATE_LINK, integration);
    UUID unknownQueue = rows.message(MessageKind.CREATE_LINK, integration);
    database.change(
        "UPDATE outbox_message SET kind = 'OF_TOMORROW', created_at = now() - interval '1 h',"
            + " due_at = now() - interval '1 h' WHERE id IN (?, ?)",
        unknown,
        unknownQueue);
    database.change("UPDATE outbox_message SET priority = 99 WHERE id = ?", unknownQueue);

    List<Queue> queues = outbox.heads().stream().map(QueueHead::queue).toList();
    List<Lease> claimed = outbox.claim("older", queues, 10, Duration.ofSeconds(30));

    assertThat(queues).containsExactly(new Queue(Priority.LINK, integration));
    assertThat(claimed).extracting(Lease::messageId).containsExactly(known);
    assertThat(outbox.oldest(10).orElseThrow().kind()).isEqualTo(MessageKind.CREATE_LINK);
    assertThat(database.column("SELECT state FROM outbox_message WHERE kind = 'OF_TOMORROW'"))
        .containsExactly("PENDING", "PENDING");
  }

  @Test
  void messagesOfAQueueAreCountedUpToANumber() throws SQLException {
    UUID integration = rows.integration("ACTIVE");
    IntStream.range(0, 7).forEach(i -> rows.message(MessageKind.CREATE_LINK, integration));
    rows.message(MessageKind.RELAY_WEBHOOK, integration);
    Queue links = new Queue(Priority.LINK, integration);

    assertThat(outbox.count(links, 100)).isEqualTo(7);
    assertThat(outbox.count(links, 5)).isEqualTo(5);
  }

  @Test
  void eachQueueGivesNoMoreThanItsShare() throws Exception {
    UUID busy = rows.integration("ACTIVE");
    UUID quiet = rows.integration("ACTIVE");
    IntStream.range(0, 20).forEach(i -> rows.message(MessageKind.CREATE_LINK, busy));
    UUID only = rows.message(MessageKind.CREATE_LINK, quiet);

    List<Lease> claimed =
        outbox.claim(
            "node",
            List.of(new Queue(Priority.LINK, busy), new Queue(Priority.LINK, quiet)),
            3,
            LONG);

    assertThat(claimed).hasSize(4).extracting(Lease::messageId).contains(only);
  }

  /** The claims are committed only when both nodes have made theirs. */
  private static List<Lease> claimAndWait(CyclicBarrier bothHaveClaimed) throws Exception {
    try (HeldConnection held = new HeldConnection(database)) {
      OutboxQueues own = new OutboxQueues(held.asDataSource());
      List<Lease> claimed = own.claim("node", queues(own), 25, LONG);
      bothHaveClaimed.await();
      held.commit();
      return claimed;
    }
  }

  @Test
  void expiredLeaseIsTakenByAnotherNodeUnderAHigherNumber() throws SQLException {
    UUID message = rows.message(MessageKind.CREATE_LINK, rows.integration("ACTIVE"));
    Lease first = claim("a", 10, BRIEF).get(0);

    Lease second = eventuallyClaimed("b");

    assertThat(second.messageId()).isEqualTo(message);
    assertThat(second.claimNumber()).isEqualTo(first.claimNumber() + 1);
    assertThat(second.abandoned()).isEqualTo(1);
    assertThat(second.uncertain()).isTrue();
    assertThat(second.attempts()).isZero();
  }

  @Test
  void lastingLeaseIsLeftAlone() throws SQLException {
    rows.message(MessageKind.CREATE_LINK, rows.integration("ACTIVE"));
    claim("a", 10, LONG);

    assertThat(claim("b", 10, LONG)).isEmpty();
  }

  @Test
  void renewedLeaseLastsFromTheRenewal() throws SQLException {
    UUID message = rows.message(MessageKind.CREATE_LINK, rows.integration("ACTIVE"));
    claim("a", 10, BRIEF);

    outbox.renew("a", List.of(message), LONG);

    assertThat(
            database.number(
                "SELECT count(*) FROM outbox_message WHERE due_at > now() + interval '1 minute'"))
        .isEqualTo(1);
  }

  @Test
  void nodeThatStopsGivesItsLeasesBackAndWhatItCalledIsLookedAtFirst() throws SQLException {
    UUID integration = rows.integration("ACTIVE");
    UUID called = rows.message(MessageKind.CREATE_LINK, integration);
    rows.message(MessageKind.CREATE_LINK, integration);
    claim("a", 10, LONG);

    outbox.release("a", List.of(called));

    List<Lease> leases = claim("b", 10, LONG);
    assertThat(leases).hasSize(2).extracting(Lease::abandoned).containsOnly(0);
    assertThat(leases)
        .filteredOn(Lease::uncertain)
        .extracting(Lease::messageId)
        .containsExactly(called);
  }

  @Test
  void neverMoreIsClaimedThanAskedFor() throws SQLException {
    UUID integration = rows.integration("ACTIVE");
    IntStream.range(0, 30).forEach(i -> rows.message(MessageKind.CREATE_LINK, integration));

    assertThat(claim("a", 7, LONG)).hasSize(7);
  }

  @Test
  void firstAttemptsOfALaneKeepTheirOrder() throws SQLException {
    UUID integration = rows.integration("ACTIVE");
    UUID first = rows.message(MessageKind.RELAY_WEBHOOK, integration, "item-1");
    rows.message(MessageKind.RELAY_WEBHOOK, integration, "item-1");
    UUID other = rows.message(MessageKind.RELAY_WEBHOOK, integration, "item-2");

    assertThat(claim("a", 10, LONG))
        .extracting(Lease::messageId)
        .containsExactlyInAnyOrder(first, other);
  }

  @Test
  void messageInRetryHoldsNobodyUp() throws SQLException {
    UUID integration = rows.integration("ACTIVE");
    UUID retried = rows.message(MessageKind.RELAY_WEBHOOK, integration, "item-1");
    UUID next = rows.message(MessageKind.RELAY_WEBHOOK, integration, "item-1");
    database.change(
        "UPDATE outbox_message SET attempts = 1, due_at = now() + interval '1 hour' WHERE id = ?",
        retried);

    assertThat(claim("a", 10, LONG)).extracting(Lease::messageId).containsExactly(next);
  }

  private static Lease eventuallyClaimed(String node) {
    List<Lease> claimed = new ArrayList<>();
    Eventually.within(
        PATIENCE,
        () -> {
          claimed.addAll(claim(node, 10, LONG));
          assertThat(claimed).isNotEmpty();
        });
    return claimed.get(0);
  }

  /** From every queue there is. */
  private static List<Lease> claim(String node, int each, Duration lease) throws SQLException {
    return outbox.claim(node, queues(outbox), each, lease);
  }

  private static List<Queue> queues(OutboxQueues all) throws SQLException {
    return all.heads().stream().map(QueueHead::queue).toList();
  }
}
