package io.heronbridge.integration.itemimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CountedInputTest {
  private static final Clock STANDING = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private static CountedInput input(int bytes, Clock clock) {
    return new CountedInput(new ByteArrayInputStream(new byte[bytes]), 10, clock);
  }

  @Test
  void tooManyBytesEndTheUpload() throws IOException {
    CountedInput right = input(10, STANDING);
    right.readAllBytes();

    assertThat(right.count()).isEqualTo(10);
    assertThatThrownBy(() -> input(11, STANDING).readAllBytes())
        .isInstanceOf(CountedInput.TooLargeException.class);
  }

  @Test
  void uploadIsCheckedEveryFewSecondsAndNotBefore() throws IOException {
    Clock slow = new SlowClock();
    CountedInput input = input(10, slow);
    input.checkWhileReading(
        () -> {
          throw new IllegalStateException("not wanted");
        });

    assertThat(input.read()).isZero();
    assertThatThrownBy(input::read).hasMessage("not wanted");
  }

  /** Each look at it is four seconds later. */
  private static final class SlowClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      now = now.plus(Duration.ofSeconds(4));
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
