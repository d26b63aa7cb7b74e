package io.heronbridge.portal.admin.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.overview.Overview;
import io.heronbridge.integration.overview.Overview.Answers;
import io.heronbridge.integration.overview.Overview.FailedLinks;
import io.heronbridge.integration.overview.Overview.IntegrationState;
import io.heronbridge.integration.overview.Overview.MissedWebhooks;
import io.heronbridge.integration.overview.Overview.NodeState;
import io.heronbridge.integration.overview.Overview.Reason;
import io.heronbridge.integration.overview.Overview.Refused;
import io.heronbridge.integration.overview.Overview.Trip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:40:30Z");
  private static final FailedLinks NONE_FAILED = new FailedLinks(0, List.of());
  private static final MissedWebhooks NONE_MISSED = new MissedWebhooks(0, 0, Optional.empty());
  private static final NodeState WELL = new NodeState("node-a", 0, 0);

  private static List<Need> needs(Answers answers, Optional<Trip> trip, List<Refused> refused) {
    IntegrationState acme =
        new IntegrationState(
            UUID.randomUUID(),
            "Acme",
            "sandbox",
            "active",
            Optional.empty(),
            trip,
            Optional.empty(),
            12,
            0,
            Optional.empty(),
            answers,
            refused);
    return needs(NONE_FAILED, NONE_MISSED, List.of(acme), WELL);
  }

  private static List<Need> needs(
      FailedLinks failed,
      MissedWebhooks missed,
      List<IntegrationState> integrations,
      NodeState node) {
    return Need.of(
        new Overview(
            failed,
            Map.of(),
            0,
            0,
            missed,
            0,
            Optional.empty(),
            Optional.empty(),
            integrations,
            node),
        NOW);
  }

  private static Need only(List<Need> needs) {
    assertThat(needs).hasSize(1);
    return needs.get(0);
  }

  @Test
  void heronThatFailsIsToldWithWhatItSaidAndWhatWaits() {
    Trip trip = new Trip("Heron answered 503: down", Optional.of(NOW));

    Need need = only(needs(new Answers(9, 0), Optional.of(trip), List.of()));

    assertThat(need.title()).isEqualTo("Heron fails for Acme");
    assertThat(need.lines())
        .extracting(Need.Line::text)
        .containsExactly("Heron answered 503: down", "12 links wait");
    assertThat(need.next()).startsWith("Ask Heron.");
  }

  @Test
  void integrationThatRejectsHalfOfPlaidsWebhooksSaysWhy() {
    Need need =
        only(
            needs(
                new Answers(740, 1260),
                Optional.empty(),
                List.of(new Refused("wrong_body", 1200), new Refused("too_old", 60))));

    assertThat(need.title()).isEqualTo("Acme rejects 63 % of Plaid's webhooks");
    assertThat(need.lines())
        .extracting(Need.Line::text)
        .containsExactly(
            "1,260 of 2,000 in the last 24 hours. Over 90 % Plaid stops sending.",
            "1,200 wrong body", "60 too old");
    assertThat(need.next()).contains("proxy");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 9", "51, 49", "1000, 0"})
  void fewOrRareRejectionsNeedNobody(long accepted, long rejected) {
    assertThat(needs(new Answers(accepted, rejected), Optional.empty(), List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "1000, 1, 1", "0, 5, 100", "1, 1, 50", "100, 899, 90", "99, 1, 1"})
  void shareIsRoundedUp(long accepted, long rejected, long percent) {
    assertThat(new Answers(accepted, rejected).percentRejected()).isEqualTo(percent);
  }

  @Test
  void failedLinksAreCountedByTheKindThatTheListCanShow() {
    FailedLinks failed =
        new FailedLinks(
            3,
            List.of(
                new Reason("refused", List.of(422, 409), 2, "Mend it, then resend."),
                new Reason("timeout", List.of(), 1, "Check the network.")));

    Need need = only(needs(failed, NONE_MISSED, List.of(), WELL));

    assertThat(need.title()).isEqualTo("3 links failed");
    assertThat(need.lines())
        .containsExactly(
            new Need.Line(
                "2 because Heron refused it (422), Heron has it for another end user (409)",
                "/admin/links?status=failed&error_kind=refused"),
            new Need.Line(
                "1 because Heron did not answer in time",
                "/admin/links?status=failed&error_kind=timeout"));
    assertThat(need.next()).isEqualTo("Mend it, then resend.");
  }

  @Test
  void moreThanAnybodyCountsIsToldWithAPlus() {
    FailedLinks failed =
        new FailedLinks(
            Overview.MOST_COUNTED,
            List.of(new Reason("timeout", List.of(), Overview.MOST_COUNTED, "Wait.")));

    assertThat(only(needs(failed, NONE_MISSED, List.of(), WELL)).title())
        .isEqualTo("10,000+ links failed");
  }

  @Test
  void lateWebhooksNeedAPersonOnlyWhenHeronDoesNotPull() {
    MissedWebhooks fresh = new MissedWebhooks(0, 4, Optional.of(NOW.minus(Duration.ofMinutes(20))));
    MissedWebhooks old = new MissedWebhooks(0, 4, Optional.of(NOW.minus(Duration.ofHours(3))));

    assertThat(needs(NONE_FAILED, fresh, List.of(), WELL)).isEmpty();
    assertThat(only(needs(NONE_FAILED, old, List.of(), WELL)).title())
        .isEqualTo("4 late webhooks wait for Heron");
  }

  @Test
  void filesThatWereSetAsideNameTheirNode() {
    Need need = only(needs(NONE_FAILED, NONE_MISSED, List.of(), new NodeState("node-a", 2, 0)));

    assertThat(need.title()).isEqualTo("2 files were set aside");
    assertThat(need.address()).isEmpty();
    assertThat(need.lines().get(0).text()).contains("node-a");
  }

  @Test
  void failedEventsAndABackendThatIsGoneLeadToWhatWasNotTaken() {
    UUID id = UUID.randomUUID();
    IntegrationState acme =
        new IntegrationState(
            id,
            "Acme",
            "sandbox",
            "active",
            Optional.empty(),
            Optional.empty(),
            Optional.of(NOW),
            0,
            0,
            Optional.empty(),
            new Answers(0, 0),
            List.of());
    Overview overview =
        new Overview(
            NONE_FAILED,
            Map.of(),
            0,
            0,
            NONE_MISSED,
            2,
            Optional.empty(),
            Optional.empty(),
            List.of(acme),
            WELL);

    List<Need> needs = Need.of(overview, NOW);

    assertThat(needs)
        .extracting(Need::title)
        .containsExactly("The backend of Acme is gone", "2 events did not reach your backend");
    assertThat(needs.get(0).address()).contains("/admin/integration-events/" + id);
    assertThat(needs.get(0).lines().get(1).address())
        .contains("/admin/events?status=cancelled&integration_id=" + id);
    assertThat(needs.get(1).address()).contains("/admin/events?status=failed");
  }

  @Test
  void dangerComesBeforeWarning() {
    MissedWebhooks missed = new MissedWebhooks(1, 4, Optional.of(NOW.minus(Duration.ofHours(3))));

    assertThat(needs(NONE_FAILED, missed, List.of(), new NodeState("node-a", 0, 45)))
        .extracting(Need::tone)
        .containsExactly("danger", "danger", "warning");
  }
}
