package io.heronbridge.integration.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.setup.IntegrationView;
import io.heronbridge.persistence.integration.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StepsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String CHOSEN = "https://app.herondata.io/api/integrations/itg_1/links";
  private static final Verdict FINE = new Verdict(true, "It accepts them.", List.of("A remark."));
  private static final Verdict WRONG = new Verdict(false, "It refuses them.", List.of());
  private static final Proof NOTHING =
      new Proof(Optional.empty(), Optional.empty(), Optional.empty());

  private static IntegrationView integration(String linkUrl, String delivery) {
    return new IntegrationView(
        UUID.randomUUID(),
        "Acme",
        "active",
        Optional.empty(),
        new IntegrationView.Plaid("sandbox", Optional.empty(), "client", "…1234"),
        new IntegrationView.Heron("…5678", linkUrl, "https://h.example/w", 90, Optional.empty()),
        new IntegrationView.Link(
            "Acme", List.of("transactions"), List.of("US"), "en", 730, Optional.empty()),
        delivery,
        false,
        List.of(),
        "https://b.example/p",
        "https://b.example/h",
        1,
        NOW,
        NOW);
  }

  private static SetUpGuide guide(
      IntegrationView integration, Optional<Checked> check, Proof proof, Optional<TestView> test) {
    return new SetUpGuide(
        integration,
        new Steps(integration, check, proof, test).all(),
        check.map(Checked::at),
        "https://b.example/connect/oauth-return",
        test);
  }

  private static SetUpGuide guide(Optional<Checked> check, Proof proof) {
    return guide(integration(CHOSEN, "relay"), check, proof, Optional.empty());
  }

  private static Optional<Checked> checked(Verdict plaid, Verdict heron) {
    return Optional.of(new Checked(plaid, heron, NOW));
  }

  private static Proof linkedAt(Instant at) {
    return new Proof(Optional.of(at), Optional.empty(), Optional.empty());
  }

  @Test
  void newIntegrationIsCheckedFirst() {
    SetUpGuide guide = guide(Optional.empty(), NOTHING);

    assertThat(guide.done()).isZero();
    assertThat(guide.needed()).isEqualTo(4);
    assertThat(guide.next()).contains("check the keys");
  }

  @Test
  void integrationAtHeronIsChosenNext() {
    SetUpGuide guide =
        guide(
            integration("https://app.herondata.io", "relay"),
            checked(FINE, WRONG),
            NOTHING,
            Optional.empty());

    assertThat(guide.step("heron").progress()).isEqualTo(Progress.TO_DO);
    assertThat(guide.next()).contains("choose Heron's integration");
  }

  @Test
  void checkedIntegrationIsTriedWithABank() {
    SetUpGuide guide = guide(checked(FINE, FINE), NOTHING);

    assertThat(guide.done()).isEqualTo(2);
    assertThat(guide.step("plaid").remarks()).containsExactly("A remark.");
    assertThat(guide.step("webhook").progress()).isEqualTo(Progress.WAITING);
    assertThat(guide.next()).contains("connect a test bank");
  }

  @Test
  void bankThatWasLinkedProvesBothSidesWithoutACheck() {
    SetUpGuide guide =
        guide(Optional.empty(), new Proof(Optional.of(NOW), Optional.of(NOW), Optional.empty()));

    assertThat(guide.isComplete()).isTrue();
    assertThat(guide.next()).isEmpty();
  }

  @Test
  void refusalCountsUntilABankIsLinkedAfterIt() {
    assertThat(guide(checked(WRONG, FINE), linkedAt(NOW.minusSeconds(1))).step("plaid").progress())
        .isEqualTo(Progress.FAILED);
    assertThat(guide(checked(WRONG, FINE), linkedAt(NOW.plusSeconds(1))).step("plaid").progress())
        .isEqualTo(Progress.DONE);
  }

  @Test
  void webhooksThatDoNotPassUsAreNoStep() {
    SetUpGuide guide =
        guide(integration(CHOSEN, "direct"), checked(FINE, FINE), linkedAt(NOW), Optional.empty());

    assertThat(guide.needed()).isEqualTo(3);
    assertThat(guide.isComplete()).isTrue();
  }
}
