package io.heronbridge.integration.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForgettingTest {
  private static final int MOST = 10;
  private static final Duration LONG = Duration.ofDays(1);

  private int left;
  private int steps;

  private int forgetSome() {
    steps++;
    int some = Math.min(MOST, left);
    left -= some;
    return some;
  }

  @Test
  void goesOnUntilFewAreLeft() {
    left = 25;

    assertThat(Forgetting.untilFew(MOST, LONG, this::forgetSome)).isEqualTo(25);
    assertThat(steps).isEqualTo(3);
  }

  @Test
  void oneStepTellsThatNothingIsOld() {
    assertThat(Forgetting.untilFew(MOST, LONG, this::forgetSome)).isZero();
    assertThat(steps).isEqualTo(1);
  }

  @Test
  void endsInTimeHoweverMuchIsLeft() {
    left = 25;

    assertThat(Forgetting.untilFew(MOST, Duration.ZERO, this::forgetSome)).isEqualTo(MOST);
  }
}
