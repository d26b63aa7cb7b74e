package io.heronbridge.persistence.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxMessageTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final OutboxMessage message =
      new OutboxMessage(MessageKind.CREATE_LINK, UUID.randomUUID(), UUID.randomUUID(), NOW);

  @Test
  void pendingMessageCannotBeCompletedWithoutAClaim() {
    assertThatThrownBy(() -> message.complete()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> message.bury()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> message.retry(NOW, false)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void cancelledMessageRaisesTheFence() {
    int before = message.claimNumber();

    message.cancel();

    assertThat(message.state()).isEqualTo(MessageState.CANCELLED);
    assertThat(message.claimNumber()).isGreaterThan(before);
  }

  @Test
  void messageThatGivesWayIsUrgentAgainWhenAPersonAsks() {
    message.giveWay();
    assertThat(message.priority()).isEqualTo(Priority.BULK_LINK);

    message.resend(NOW);

    assertThat(message.priority()).isEqualTo(Priority.LINK);
  }

  @Test
  void heldMessageIsLetGoOnce() {
    message.holdUntil(NOW.plusSeconds(240), "its link");

    message.letGo(NOW.plusSeconds(1));

    assertThat(message.dueAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(message.waitingFor()).isEmpty();
  }

  @Test
  void waitingMessageIsTriedNowWhenAPersonAsks() {
    message.holdUntil(NOW.plusSeconds(3600), "later");

    message.resend(NOW);

    assertThat(message.dueAt()).isEqualTo(NOW);
  }
}
