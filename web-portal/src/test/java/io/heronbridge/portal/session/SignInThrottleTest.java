package io.heronbridge.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String HOME = "192.0.2.1";
  private final SignInThrottle throttle = new SignInThrottle();

  private void fail(String username, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(username, HOME, NOW);
    }
  }

  @Test
  void fewMistakesAreForgiven() {
    fail("ana", SignInThrottle.PER_PERSON - 1);

    assertThat(throttle.allows("ana", HOME, NOW)).isTrue();
  }

  @Test
  void manyMistakesMustWait() {
    fail("ana", SignInThrottle.PER_PERSON);

    assertThat(throttle.allows("Ana", HOME, NOW)).isFalse();
    assertThat(throttle.allows("ana", HOME, NOW.plus(SignInThrottle.WINDOW).plusMillis(1)))
        .isTrue();
  }

  @Test
  void guessingElsewhereLocksNobodyOut() {
    fail("ana", SignInThrottle.PER_PERSON);

    assertThat(throttle.allows("ana", "192.0.2.2", NOW)).isTrue();
  }

  @Test
  void oneAddressMayNotTryAllNames() {
    for (int i = 0; i < SignInThrottle.PER_ADDRESS; i++) {
      throttle.failed("user" + i, HOME, NOW);
    }

    assertThat(throttle.allows("somebody", HOME, NOW.plus(Duration.ofMinutes(1)))).isFalse();
  }

  @Test
  void gettingInForgetsOnesMistakes() {
    fail("ana", SignInThrottle.PER_PERSON - 1);

    throttle.succeeded("ana", HOME);
    fail("ana", 1);

    assertThat(throttle.allows("ana", HOME, NOW)).isTrue();
  }
}
