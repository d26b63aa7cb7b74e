package io.heronbridge.integration.reading;

import static io.heronbridge.persistence.item.ItemEventKind.LOGIN_REPAIRED;
import static io.heronbridge.persistence.item.ItemEventKind.LOGIN_REQUIRED;
import static io.heronbridge.persistence.item.ItemEventKind.PENDING_DISCONNECT;
import static io.heronbridge.persistence.item.ItemEventKind.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.item.ItemEvent;
import io.heronbridge.persistence.item.ItemEventKind;
import io.heronbridge.persistence.item.Saying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DoubtTest {
  private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

  private static ItemEvent told(ItemEventKind kind, String source, int minutesAgo) {
    return new ItemEvent(
        UUID.randomUUID(), Saying.of(kind), source, NOW.minus(Duration.ofMinutes(minutesAgo)));
  }

  private static Optional<Duration> doubt(ItemEvent... told) {
    return Doubt.ofHealth(List.of(told), NOW);
  }

  @Test
  void badWordOfAWebhookStandsForTenMinutes() {
    assertThat(doubt(told(LOGIN_REQUIRED, "webhook:1", 4))).contains(Duration.ofMinutes(6));
    assertThat(doubt(told(REVOKED, "webhook:1", 0))).contains(Duration.ofMinutes(10));
    assertThat(doubt(told(REVOKED, "webhook:1", 10))).isEmpty();
    assertThat(doubt(told(REVOKED, "webhook:1", 30), told(LOGIN_REQUIRED, "webhook:2", 9)))
        .contains(Duration.ofMinutes(1));
  }

  @Test
  void whatAReadingSaidAnotherUndoesAtOnce() {
    assertThat(doubt(told(LOGIN_REQUIRED, "reading", 1))).isEmpty();
  }

  @Test
  void nothingIsDoubtedOfAnItemThatWorks() {
    assertThat(doubt()).isEmpty();
    assertThat(doubt(told(PENDING_DISCONNECT, "webhook:1", 1))).isEmpty();
    assertThat(doubt(told(LOGIN_REQUIRED, "webhook:1", 2), told(LOGIN_REPAIRED, "webhook:2", 1)))
        .isEmpty();
  }
}
