package io.heronbridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.outbox.Delivery;
import io.heronbridge.integration.outbox.Delivery.Call;
import io.heronbridge.integration.outbox.Finished;
import io.heronbridge.it.support.Database;
import io.heronbridge.it.support.TestRun;
import io.heronbridge.persistence.database.Schema;
import io.heronbridge.persistence.outbox.AttemptOutcome;
import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.MessageKind;
import io.heronbridge.persistence.outbox.OutboxQueues;
import io.heronbridge.persistence.outbox.Priority;
import io.heronbridge.persistence.outbox.Queue;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Every order in which two nodes can claim one message, lose it, and tell its outcome, six steps
 * deep: an outcome counts only while its claim is the message's latest, every call is shown, and
 * the message is in one place.
 */
class LeaseInterleavingsIT {
  private static final int DEPTH = 6;
  private static final Duration LONG = Duration.ofMinutes(5);

  private static Database database;
  private static OutboxQueues queues;
  private static OutboxAlone outbox;
  private static OutboxRows rows;
  private static UUID integration;

  /** One thing that happens. */
  private enum Step {
    A_CLAIMS,
    B_CLAIMS,
    A_SUCCEEDS,
    B_SUCCEEDS,
    A_FAILS,
    B_FAILS,
    LEASE_RUNS_OUT,
    CANCELLED
  }

  @BeforeAll
  static void migrate() {
    database = TestRun.current().postgres().create("interleavings");
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.username());
    Schema.migrate(dataSource);
    queues = new OutboxQueues(dataSource);
    outbox = new OutboxAlone(dataSource);
    rows = new OutboxRows(database);
    integration = rows.integration("ACTIVE");
  }

  @AfterAll
  static void close() {
    outbox.close();
  }

  @Test
  void everyOrderOfStepsKeepsTheRules() throws SQLException {
    int tried = explore(new ArrayList<>());

    assertThat(tried).as("orders tried").isGreaterThan(300);
  }

  /** Tries every way to go on from what has happened. */
  private static int explore(List<Step> before) throws SQLException {
    database.change("DELETE FROM outbox_message");
    World world = new World();
    for (Step step : before) {
      world.take(step);
    }
    world.check(before);
    int tried = 1;
    if (before.size() < DEPTH) {
      for (Step step : Step.values()) {
        if (world.allows(step)) {
          List<Step> longer = new ArrayList<>(before);
          longer.add(step);
          tried += explore(longer);
        }
      }
    }
    return tried;
  }

  /** One message, two nodes, and what should have become of it. */
  private static final class World {
    private final UUID message = rows.message(MessageKind.CREATE_LINK, integration);
    private final UUID subject =
        UUID.fromString(
            database.column("SELECT subject FROM outbox_message WHERE id = ?", message).get(0));

    private Lease leaseOfA;
    private Lease leaseOfB;
    private int latestClaim;
    private boolean leased;
    private String end = "";
    private int calls;
    private int counted;

    boolean allows(Step step) {
      return switch (step) {
        case A_CLAIMS -> end.isEmpty() && !leased && leaseOfA == null;
        case B_CLAIMS -> end.isEmpty() && !leased && leaseOfB == null;
        case A_SUCCEEDS, A_FAILS -> leaseOfA != null;
        case B_SUCCEEDS, B_FAILS -> leaseOfB != null;
        case LEASE_RUNS_OUT -> leased;
        case CANCELLED -> end.isEmpty();
      };
    }

    void take(Step step) throws SQLException {
      switch (step) {
        case A_CLAIMS -> leaseOfA = claim("a");
        case B_CLAIMS -> leaseOfB = claim("b");
        case A_SUCCEEDS, A_FAILS -> {
          tell(leaseOfA, step == Step.A_SUCCEEDS);
          leaseOfA = null;
        }
        case B_SUCCEEDS, B_FAILS -> {
          tell(leaseOfB, step == Step.B_SUCCEEDS);
          leaseOfB = null;
        }
        case LEASE_RUNS_OUT -> {
          database.change("UPDATE outbox_message SET due_at = now() WHERE id = ?", message);
          leased = false;
        }
        case CANCELLED -> {
          outbox.cancel(subject);
          end = "CANCELLED";
          leased = false;
        }
        default -> throw new IllegalArgumentException(step.name());
      }
    }

    private Lease claim(String node) throws SQLException {
      List<Lease> claimed =
          queues.claim(node, List.of(new Queue(Priority.LINK, integration)), 100, LONG);
      Lease mine =
          claimed.stream()
              .filter(lease -> lease.messageId().equals(message))
              .findFirst()
              .orElseThrow();
      assertThat(mine.claimNumber()).as("the fence grows").isGreaterThan(latestClaim);
      assertThat(mine.attempts()).as("no attempt is lost by losing a lease").isEqualTo(counted);
      latestClaim = mine.claimNumber();
      leased = true;
      return mine;
    }

    private void tell(Lease lease, boolean success) {
      boolean counts = end.isEmpty() && lease.claimNumber() == latestClaim;
      Call call =
          new Call(
              success ? AttemptOutcome.DELIVERED : AttemptOutcome.SERVER_ERROR, 200, "said", true);
      Delivery delivery =
          Delivery.ofCall(
              call,
              (found, now) -> {
                if (success) {
                  found.complete();
                } else {
                  found.retry(now, false);
                }
                return "";
              });
      outbox.record(new Finished(lease, delivery, Instant.now(), Duration.ZERO));
      calls++;
      if (counts) {
        counted++;
        leased = false;
        end = success ? "DELIVERED" : "";
      }
    }

    void check(List<Step> steps) {
      List<String> open = database.column("SELECT state FROM outbox_message WHERE id = ?", message);
      List<String> finished =
          database.column("SELECT state FROM finished_message WHERE id = ?", message);
      assertThat(open.size() + finished.size()).as("places, after %s", steps).isEqualTo(1);
      if (end.isEmpty()) {
        assertThat(open).as("%s", steps).hasSize(1);
      } else {
        assertThat(finished).as("%s", steps).containsExactly(end);
      }
      assertThat(attempts("true")).as("calls shown, after %s", steps).isEqualTo(calls);
      assertThat(attempts("outcome <> 'ABANDONED'"))
          .as("outcomes believed, after %s", steps)
          .isEqualTo(counted);
    }

    private long attempts(String which) {
      return database.number(
          "SELECT count(*) FROM attempt WHERE message = ? AND " + which, message);
    }
  }
}
