package io.heronbridge.portal.admin.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.overview.Overview;
import io.heronbridge.integration.overview.Overview.Answers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedTest {

  private static Overview overview(Answers answers) {
    return overview(answers, Optional.empty());
  }

  private static Overview overview(Answers answers, Optional<String> heronFails) {
    Overview.IntegrationState acme =
        new Overview.IntegrationState(
            UUID.randomUUID(),
            "Acme",
            "sandbox",
            "active",
            Optional.empty(),
            heronFails,
            0,
            0,
            9,
            answers);
    return new Overview(
        List.of(), 0, 9, Optional.empty(), 0, 0, 9, 0, 0, Optional.empty(), List.of(acme), 0);
  }

  @Test
  void heronThatFailsIsToldWithWhatItSaid() {
    List<Need> needs =
        Need.of(overview(new Answers(9, 0), Optional.of("Heron answered 503: down")));

    assertThat(needs).extracting(Need::title).containsExactly("Heron fails for Acme");
    assertThat(needs.get(0).lines().get(0).text()).isEqualTo("Heron answered 503: down");
  }

  @Test
  void integrationThatRejectsHalfOfPlaidsWebhooksNeedsAPerson() {
    List<Need> needs = Need.of(overview(new Answers(740, 1260)));

    assertThat(needs).hasSize(1);
    assertThat(needs.get(0).title()).isEqualTo("Acme rejects 63 % of Plaid's webhooks");
    assertThat(needs.get(0).lines().get(0).text())
        .isEqualTo(
            "1,260 of 2,000 in the last 24 hours. Over 90 % Plaid stops sending: find out why.");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 9", "51, 49", "1000, 0"})
  void fewOrRareRejectionsNeedNobody(long accepted, long rejected) {
    assertThat(Need.of(overview(new Answers(accepted, rejected)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "1000, 1, 1", "0, 5, 100", "1, 1, 50", "100, 899, 90", "99, 1, 1"})
  void shareIsRoundedUp(long accepted, long rejected, long percent) {
    assertThat(new Answers(accepted, rejected).percentRejected()).isEqualTo(percent);
  }
}
