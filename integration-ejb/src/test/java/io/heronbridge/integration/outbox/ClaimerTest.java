package io.heronbridge.integration.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.Priority;
import io.heronbridge.persistence.outbox.Queue;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClaimerTest {
  private static final UUID ACME = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private final FakeLedger ledger = new FakeLedger();

  private Claimer.Round claim(int room) throws SQLException {
    UnderWay underWay = new UnderWay(new Capacity(room, room, room, room, room, 0));
    return new Claimer(ledger, underWay, () -> {}).claim();
  }

  private static long of(Queue queue, Claimer.Round round) {
    return round.leases().stream().map(Lease::queue).filter(queue::equals).count();
  }

  @Test
  void urgentGoFirst() throws SQLException {
    Queue bulk = ledger.due(Priority.BULK_LINK, ACME, 100);
    Queue refreshes = ledger.due(Priority.REFRESH, ACME, 3);
    Queue links = ledger.due(Priority.LINK, ACME, 2);
    Queue webhooks = ledger.due(Priority.RELAY, ACME, 4);

    Claimer.Round round = claim(10);

    assertThat(List.of(of(webhooks, round), of(links, round), of(refreshes, round)))
        .containsExactly(4L, 2L, 3L);
    assertThat(of(bulk, round)).isEqualTo(1);
    assertThat(round.isMore()).isTrue();
  }

  @Test
  void integrationsShareTheRoom() throws SQLException {
    Queue large = ledger.due(Priority.LINK, ACME, 1_000_000);
    Queue small = ledger.due(Priority.LINK, OTHER, 3);

    Claimer.Round round = claim(20);

    assertThat(of(large, round)).isEqualTo(10);
    assertThat(of(small, round)).isEqualTo(3);
  }

  @Test
  void everyoneHasATurnWhenThereAreMoreQueuesThanPlaces() throws SQLException {
    for (int i = 0; i < 10; i++) {
      ledger.due(Priority.LINK, UUID.randomUUID(), 5);
    }

    Claimer.Round round = claim(4);

    assertThat(round.leases()).hasSize(4).extracting(Lease::queue).doesNotHaveDuplicates();
  }

  @Test
  void pauseHoldsLinksButNotWebhooks() throws SQLException {
    ledger.waiting(
        Priority.LINK, ACME, 5, FakeLedger.head(Priority.LINK, ACME, true, Optional.empty()));
    Queue webhooks =
        ledger.waiting(
            Priority.RELAY, ACME, 2, FakeLedger.head(Priority.RELAY, ACME, true, Optional.empty()));

    Claimer.Round round = claim(10);

    assertThat(round.leases()).hasSize(2).extracting(Lease::queue).containsOnly(webhooks);
  }

  @Test
  void noMoreIsClaimedThanThereArePermits() throws SQLException {
    ledger.due(Priority.LINK, ACME, 50);
    ledger.allow(ACME, 3);

    assertThat(claim(10).leases()).hasSize(3);
  }

  @Test
  void permitsOfMessagesThatWereNotThereAreGivenBack() throws SQLException {
    ledger.due(Priority.LINK, ACME, 2);
    ledger.allow(ACME, 8);

    assertThat(claim(10).leases()).hasSize(2);
    assertThat(ledger.permitsLeft(ACME)).isEqualTo(6);
  }

  @Test
  void withoutAPermitTheNodeWaitsForTheNextOne() throws SQLException {
    ledger.due(Priority.LINK, ACME, 50);
    ledger.allow(ACME, 0);

    Claimer.Round round = claim(10);

    assertThat(round.leases()).isEmpty();
    assertThat(round.nextIn()).isEqualTo(Duration.ofMillis(600));
  }

  @Test
  void heronThatFailsGetsOneProbe() throws SQLException {
    Optional<Duration> now = Optional.of(Duration.ZERO);
    ledger.waiting(Priority.LINK, ACME, 50, FakeLedger.head(Priority.LINK, ACME, false, now));
    ledger.waiting(
        Priority.BULK_LINK, ACME, 50, FakeLedger.head(Priority.BULK_LINK, ACME, false, now));

    assertThat(claim(10).leases()).hasSize(1);
    assertThat(claim(10).leases()).isEmpty();
  }

  @Test
  void heronThatFailsIsLeftAloneUntilItsProbe() throws SQLException {
    ledger.waiting(
        Priority.LINK,
        ACME,
        50,
        FakeLedger.head(Priority.LINK, ACME, false, Optional.of(Duration.ofMillis(300))));

    Claimer.Round round = claim(10);

    assertThat(round.leases()).isEmpty();
    assertThat(round.nextIn()).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void nodeSleepsUntilTheNextMessageIsDue() throws SQLException {
    Duration soon = Duration.ofMillis(120);
    ledger.waiting(Priority.RELAY, ACME, 1, FakeLedger.later(Priority.RELAY, ACME, soon));
    ledger.waiting(
        Priority.RELAY, OTHER, 1, FakeLedger.later(Priority.RELAY, OTHER, Duration.ofHours(1)));

    Claimer.Round round = claim(10);

    assertThat(round.leases()).isEmpty();
    assertThat(round.isMore()).isFalse();
    assertThat(round.nextIn()).isEqualTo(soon);
  }
}
