package io.heronbridge.integration.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RefusalDeskTest {
  @Test
  void aMillionGuessesAreSevenEntries() {
    assertThat(LongStream.rangeClosed(1, 1_000_000).filter(RefusalDesk::isNoted))
        .containsExactly(1L, 10L, 100L, 1_000L, 10_000L, 100_000L, 1_000_000L);
  }
}
