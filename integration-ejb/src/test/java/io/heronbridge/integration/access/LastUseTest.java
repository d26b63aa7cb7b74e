package io.heronbridge.integration.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastUseTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final UUID KEY = UUID.randomUUID();
  private final LastUse lastUse = new LastUse();

  @Test
  void oneOfManyRequestsWrites() {
    long writers =
        IntStream.range(0, 500).parallel().filter(call -> lastUse.isTurn(KEY, NOW)).count();

    assertThat(writers).isEqualTo(1);
  }

  @Test
  void afterAMinuteAnotherOneWrites() {
    lastUse.isTurn(KEY, NOW);

    assertThat(lastUse.isTurn(KEY, NOW.plus(LastUse.EVERY).minusMillis(1))).isFalse();
    assertThat(lastUse.isTurn(KEY, NOW.plus(LastUse.EVERY))).isTrue();
  }

  @Test
  void othersHaveTurnsOfTheirOwn() {
    lastUse.isTurn(KEY, NOW);

    assertThat(lastUse.isTurn(UUID.randomUUID(), NOW)).isTrue();
  }
}
