package io.heronbridge.integration.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.outbox.Lease;
import io.heronbridge.persistence.outbox.Priority;
import io.heronbridge.persistence.outbox.Queue;
import io.heronbridge.persistence.outbox.Term;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnderWayTest {
  /**
   * Ten places; eight for others than webhooks, four for bulk work, five for one queue; two ahead.
   */
  private final UnderWay underWay = new UnderWay(new Capacity(10, 8, 8, 4, 5, 2));

  private final Queue slow = new Queue(Priority.LINK, UUID.randomUUID());
  private final Queue other = new Queue(Priority.LINK, UUID.randomUUID());
  private final Queue bulk = new Queue(Priority.BULK_LINK, UUID.randomUUID());
  private final Queue webhooks = new Queue(Priority.RELAY, UUID.randomUUID());

  private List<Lease> add(Queue queue, int messages) {
    List<Lease> leases =
        IntStream.range(0, messages).mapToObj(i -> FakeLedger.lease(queue)).toList();
    leases.forEach(underWay::add);
    return leases;
  }

  @Test
  void oneQueueCannotTakeEveryPlace() {
    add(slow, 7);

    assertThat(underWay.begin()).hasSize(5);
    assertThat(underWay.begin()).isEmpty();
    assertThat(underWay.room(other)).isPositive();
  }

  @Test
  void webhooksHavePlacesOfTheirOwn() {
    add(slow, 5);
    add(other, 5);
    assertThat(underWay.begin()).hasSize(8);

    add(webhooks, 2);

    assertThat(underWay.begin()).hasSize(2).extracting(Lease::queue).containsOnly(webhooks);
  }

  @Test
  void oneLenderThatHangsTakesEightPlacesAndNoneAhead() {
    UnderWay node = new UnderWay(Capacity.USUAL);
    Queue hanging = new Queue(Priority.LENDER, UUID.randomUUID());
    IntStream.range(0, 20).forEach(i -> node.add(FakeLedger.lease(hanging)));

    assertThat(node.begin()).hasSize(8);
    assertThat(node.room(hanging)).isZero();
    assertThat(node.places(new Queue(Priority.LENDER, UUID.randomUUID()))).isEqualTo(8);
    assertThat(node.places(slow)).isEqualTo(64);
  }

  @Test
  void allLendersTogetherLeaveMostPlacesToOthers() {
    UnderWay node = new UnderWay(Capacity.USUAL);
    for (int lender = 0; lender < 6; lender++) {
      Queue queue = new Queue(Priority.LENDER, UUID.randomUUID());
      IntStream.range(0, 8).forEach(i -> node.add(FakeLedger.lease(queue)));
    }

    assertThat(node.begin()).hasSize(32);
    assertThat(node.places(webhooks)).isEqualTo(64);
  }

  @Test
  void bulkWorkLeavesRoomForWhatSomebodyWaitsFor() {
    add(bulk, 6);
    assertThat(underWay.begin()).hasSize(4);

    add(slow, 4);

    assertThat(underWay.begin()).hasSize(4).extracting(Lease::queue).containsOnly(slow);
  }

  @Test
  void urgentAreBegunFirstWhateverWasClaimedFirst() {
    add(bulk, 2);
    add(webhooks, 1);

    assertThat(underWay.begin().get(0).queue()).isEqualTo(webhooks);
  }

  @Test
  void placeOfADeliveryThatIsOverIsFilledBeforeItsOutcomeIsRecorded() {
    List<Lease> leases = add(slow, 6);
    underWay.begin();

    underWay.delivered(leases.get(0));

    assertThat(underWay.begin()).containsExactly(leases.get(5));
    assertThat(underWay.messages()).hasSize(6);
  }

  @Test
  void noMoreIsClaimedThanFitsAndALittleAhead() {
    assertThat(underWay.room(slow)).isEqualTo(7);

    add(slow, 7);
    underWay.begin();

    assertThat(underWay.room(slow)).isZero();
  }

  @Test
  void stockIsLowWhenHalfOfItIsBegun() {
    add(slow, 7);
    underWay.begin();
    assertThat(underWay.isStocked()).isTrue();

    underWay.delivered(FakeLedger.lease(slow));
    underWay.begin();

    assertThat(underWay.isStocked()).isFalse();
  }

  @Test
  void outcomesComeInGroupsWhenManyCallsAreUnderWay() {
    UnderWay usual = new UnderWay(Capacity.USUAL);
    IntStream.range(0, 15).forEach(i -> usual.add(FakeLedger.lease(slow)));
    usual.begin();
    assertThat(usual.isBusy()).isFalse();

    usual.add(FakeLedger.lease(slow));
    usual.begin();

    assertThat(usual.isBusy()).isTrue();
  }

  @Test
  void onlyWhatWasNeverBegunIsIdle() {
    List<Lease> leases = add(slow, 7);
    List<Lease> begun = underWay.begin();
    assertThat(underWay.isIdle()).isFalse();
    assertThat(underWay.begun()).hasSize(begun.size());

    begun.forEach(underWay::delivered);
    begun.forEach(underWay::forget);

    assertThat(underWay.isIdle()).isTrue();
    assertThat(underWay.messages()).hasSize(leases.size() - begun.size());
  }

  @Test
  void otherClaimOfTheSameMessageIsNotForgottenWithTheFirst() {
    Lease first = add(slow, 1).get(0);
    Lease second =
        new Lease(
            first.messageId(),
            first.kind(),
            first.subject(),
            slow,
            2,
            0,
            1,
            true,
            null,
            null,
            Term.lasting(Duration.ofMinutes(1)));
    underWay.add(second);

    underWay.forget(first);

    assertThat(underWay.messages()).containsExactly(first.messageId());
  }
}
