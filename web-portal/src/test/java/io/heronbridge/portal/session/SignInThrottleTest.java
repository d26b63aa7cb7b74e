package io.heronbridge.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String HOME = "192.0.2.1";
  private final SignInThrottle throttle = new SignInThrottle();

  private void guess(String username, String address, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(throttle.admits(username, address, NOW)).as("attempt %d", i).isTrue();
    }
  }

  @Test
  void fewMistakesAreForgiven() {
    guess("ana", HOME, SignInThrottle.PER_PERSON - 1);

    assertThat(throttle.admits("ana", HOME, NOW)).isTrue();
  }

  @Test
  void manyMistakesMustWait() {
    guess("ana", HOME, SignInThrottle.PER_PERSON);

    assertThat(throttle.admits("Ana", HOME, NOW)).isFalse();
    assertThat(throttle.admits("ana", HOME, NOW.plus(SignInThrottle.WINDOW).plusMillis(1)))
        .isTrue();
  }

  @Test
  void waitingIsNewsOnceForAPersonAndOnceForAnAddress() {
    guess("ana", HOME, SignInThrottle.PER_PERSON);

    assertThat(throttle.isNews("ana", HOME, NOW)).isTrue();
    assertThat(throttle.isNews("ana", HOME, NOW)).isFalse();
    for (int i = SignInThrottle.PER_PERSON; i < SignInThrottle.PER_ADDRESS; i++) {
      guess("somebody" + i, HOME, 1);
    }
    assertThat(throttle.isNews("another", HOME, NOW)).isTrue();
    assertThat(throttle.isNews("yet another", HOME, NOW)).isFalse();
  }

  @Test
  void manyAtOncePassNoMoreThanManyInTurn() {
    long admitted =
        IntStream.range(0, 200)
            .parallel()
            .filter(attempt -> throttle.admits("ana", HOME, NOW))
            .count();

    assertThat(admitted).isEqualTo(SignInThrottle.PER_PERSON);
  }

  @Test
  void refusedAttemptsProlongNothing() {
    guess("ana", HOME, SignInThrottle.PER_PERSON);
    Instant later = NOW.plus(SignInThrottle.WINDOW).minusMillis(1);

    assertThat(throttle.admits("ana", HOME, later)).isFalse();
    assertThat(throttle.admits("ana", HOME, later.plusMillis(2))).isTrue();
  }

  @Test
  void guessingElsewhereLocksNobodyOut() {
    guess("ana", HOME, SignInThrottle.PER_PERSON);

    assertThat(throttle.admits("ana", "192.0.2.2", NOW)).isTrue();
  }

  @Test
  void oneAddressMayNotTryAllNames() {
    for (int i = 0; i < SignInThrottle.PER_ADDRESS; i++) {
      throttle.admits("user" + i, HOME, NOW);
    }

    assertThat(throttle.admits("somebody", HOME, NOW.plus(Duration.ofMinutes(1)))).isFalse();
  }

  @Test
  void longAddressesOfOneNetworkAreOne() {
    guess("ana", "2001:db8:1:2::1", SignInThrottle.PER_PERSON);

    assertThat(throttle.admits("ana", "2001:db8:1:2:aaaa::7", NOW)).isFalse();
    assertThat(throttle.admits("ana", "2001:db8:1:3::1", NOW)).isTrue();
  }

  private void guessSignedIn(String username) {
    for (int i = 0; i < SignInThrottle.PER_PERSON; i++) {
      assertThat(throttle.admitsSignedIn(username, NOW)).as("attempt %d", i).isTrue();
    }
  }

  @Test
  void whoIsSignedInWaitsAfterManyMistakesToo() {
    guessSignedIn("ana");

    assertThat(throttle.admitsSignedIn("Ana", NOW)).isFalse();
    throttle.forgetSignedIn("ana");
    assertThat(throttle.admitsSignedIn("ana", NOW)).isTrue();
  }

  @Test
  void whoIsSignedInLocksNoColleagueOut() {
    for (int i = 0; i <= SignInThrottle.PER_ADDRESS / SignInThrottle.PER_PERSON; i++) {
      guessSignedIn("user" + i);
    }

    assertThat(throttle.admitsSignedIn("ana", NOW)).isTrue();
    assertThat(throttle.admits("user0", HOME, NOW)).isTrue();
  }

  @Test
  void gettingInForgetsOnesMistakes() {
    guess("ana", HOME, SignInThrottle.PER_PERSON);

    throttle.forget("ana", HOME);

    assertThat(throttle.admits("ana", HOME, NOW)).isTrue();
  }

  @Test
  void gettingInIsNoMistakeOfTheAddress() {
    for (int i = 0; i < SignInThrottle.PER_ADDRESS; i++) {
      throttle.admits("user" + i, HOME, NOW);
      throttle.forget("user" + i, HOME);
    }

    assertThat(throttle.admits("somebody", HOME, NOW)).isTrue();
  }
}
