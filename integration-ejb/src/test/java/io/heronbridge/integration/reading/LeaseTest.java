package io.heronbridge.integration.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseTest {
  @ParameterizedTest
  @ValueSource(strings = {"PT0.1S", "PT10S", "PT30S", "PT5M"})
  void claimsOutlastTheCallsThatWereBegunInTime(Duration attempt) {
    Lease lease = new Lease(attempt);

    assertThat(lease.time()).isGreaterThanOrEqualTo(Duration.ofMinutes(3));
    assertThat(lease.timeToAsk()).isGreaterThanOrEqualTo(attempt);
    assertThat(lease.timeToAsk().plus(attempt).plus(attempt.multipliedBy(HeronReader.MOST_CALLS)))
        .isLessThanOrEqualTo(lease.time());
  }
}
