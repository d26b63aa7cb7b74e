package io.heronbridge.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallQuotaTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final CallQuota quota = new CallQuota(3);

  @Test
  void asManyCallsAsAllowedGetThroughInAMinute() {
    assertThat(quota.call("a", 0).remaining()).isEqualTo(2);
    assertThat(quota.call("a", SECOND).remaining()).isEqualTo(1);
    assertThat(quota.call("a", 2 * SECOND).isAllowed()).isTrue();

    CallQuota.Standing fourth = quota.call("a", 20 * SECOND);

    assertThat(fourth.isAllowed()).isFalse();
    assertThat(fourth.remaining()).isZero();
    assertThat(fourth.reset()).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void nextMinuteBeginsAnew() {
    for (int i = 0; i < 5; i++) {
      quota.call("a", i);
    }

    assertThat(quota.call("a", 60 * SECOND).remaining()).isEqualTo(2);
  }

  @Test
  void keysDoNotUseUpEachOthersMinute() {
    for (int i = 0; i < 4; i++) {
      quota.call("a", i);
    }

    assertThat(quota.call("b", 5).isAllowed()).isTrue();
  }

  @Test
  void clockMayBeginAnywhere() {
    long end = Long.MAX_VALUE - SECOND;

    quota.call("a", end);

    assertThat(quota.call("a", end + 2 * SECOND).reset()).isEqualTo(Duration.ofSeconds(58));
  }

  @Test
  void zeroMeansNoLimit() {
    assertThat(new CallQuota(0).isLimited()).isFalse();
  }
}
