package io.heronbridge.integration.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.reading.ReadingSchedule.Finding;
import io.heronbridge.integration.reading.Sight.Addresses;
import io.heronbridge.persistence.integrationlink.Drift;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SightTest {
  private static final Addresses RIGHT = new Addresses("https://us", "https://us");

  private static Sight linked(String heronStatus) {
    return new Sight(true, heronStatus, Optional.empty(), false, Optional.of(RIGHT));
  }

  private static Sight missing(Duration time) {
    return new Sight(true, "active", Optional.of(time), false, Optional.of(RIGHT));
  }

  @ParameterizedTest
  @CsvSource({
    "erroring,ERRORING,WRONG",
    "sync_disabled,SYNC_DISABLED,WRONG",
    "deleted_in_plaid,DELETED_IN_PLAID,WRONG"
  })
  void whatHeronSaysIsDrift(String status, Drift drift, Finding finding) {
    assertThat(linked(status).drift()).contains(drift);
    assertThat(linked(status).finding(false)).isEqualTo(finding);
  }

  @ParameterizedTest
  @ValueSource(strings = {"active", "pending", "syncing", "a_status_of_tomorrow", ""})
  void healthyAndUnknownStatusesAreNone(String status) {
    assertThat(linked(status).drift()).isEmpty();
  }

  @Test
  void linkOfWhichHeronNeverSaidAnythingIsNone() {
    assertThat(linked(null).drift()).isEmpty();
    assertThat(linked(null).finding(false)).isEqualTo(Finding.SYNCING);
  }

  @Test
  void missingLinkIsDriftOnlyAfterAMinute() {
    assertThat(missing(Duration.ZERO).drift()).isEmpty();
    assertThat(missing(Duration.ZERO).finding(true)).isEqualTo(Finding.MISSED_ONCE);
    assertThat(missing(Duration.ofSeconds(59)).drift()).isEmpty();
    assertThat(missing(Duration.ofSeconds(60)).drift()).contains(Drift.MISSING_AT_HERON);
    assertThat(missing(Duration.ofSeconds(60)).finding(false)).isEqualTo(Finding.WRONG);
  }

  @Test
  void linkThatWeDoNotSayIsThereMayBeMissing() {
    Sight sight =
        new Sight(false, "erroring", Optional.of(Duration.ofDays(1)), false, Optional.of(RIGHT));

    assertThat(sight.drift()).isEmpty();
    assertThat(sight.finding(true)).isEqualTo(Finding.SETTLED);
  }

  @Test
  void webhooksElsewhereOrNowhereAreDriftUnlessSomethingIsWorse() {
    Optional<Addresses> elsewhere = Optional.of(new Addresses("https://them", "https://us"));
    Optional<Addresses> nowhere = Optional.of(new Addresses(null, "https://us"));

    assertThat(new Sight(false, null, Optional.empty(), false, elsewhere).drift())
        .contains(Drift.WEBHOOK_ELSEWHERE);
    assertThat(new Sight(true, "active", Optional.empty(), false, nowhere).drift())
        .contains(Drift.WEBHOOK_ELSEWHERE);
    assertThat(new Sight(true, "active", Optional.empty(), false, nowhere).finding(false))
        .isEqualTo(Finding.SETTLED);
    assertThat(new Sight(true, "erroring", Optional.empty(), false, elsewhere).drift())
        .contains(Drift.ERRORING);
    assertThat(new Sight(true, "active", Optional.empty(), false, Optional.empty()).drift())
        .isEmpty();
  }

  @Test
  void whatIsGoneAtPlaidExplainsEverythingElse() {
    Sight sight = new Sight(true, "deleted_in_plaid", Optional.empty(), true, Optional.of(RIGHT));

    assertThat(sight.drift()).contains(Drift.GONE_AT_PLAID);
  }

  @Test
  void webhooksThatWaitForHeronsPullMakeReadingsFrequent() {
    assertThat(linked("active").finding(true)).isEqualTo(Finding.HEALING);
    assertThat(linked("active").finding(false)).isEqualTo(Finding.SETTLED);
    assertThat(linked("syncing").finding(false)).isEqualTo(Finding.SYNCING);
  }
}
