package io.heronbridge.integration.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.heron.HeronIntegration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeronFitTest {
  private static final String SANDBOX = "https://sandbox.plaid.com";
  private static final String DOOR = "https://bridge.example/webhooks/plaid/1";

  private static HeronIntegration theirs(String type, String baseUrl, String webhookUrl) {
    return new HeronIntegration(
        "itg_1",
        "Acme",
        Optional.ofNullable(type),
        Optional.of("transaction"),
        Optional.ofNullable(baseUrl),
        Optional.of("client"),
        Optional.ofNullable(webhookUrl));
  }

  private static HeronFit fit(HeronIntegration theirs, boolean overridden) {
    return HeronFit.of(theirs, new HeronFit.Ours(SANDBOX, "client", overridden), DOOR::equals);
  }

  @Test
  void sameKeysAndEnvironmentBelongTogether() {
    assertThat(fit(theirs("plaid", SANDBOX + "/", "https://app.acme.example/hook"), false))
        .isEqualTo(new HeronFit(Optional.empty(), java.util.List.of()));
  }

  @Test
  void whatHeronDoesNotTellIsNoObstacle() {
    assertThat(fit(theirs(null, null, null), false).obstacle()).isEmpty();
  }

  @Test
  void loopIsAnObstacle() {
    assertThat(fit(theirs("plaid", SANDBOX, DOOR), false).obstacle().orElseThrow())
        .contains("loop");
  }

  @Test
  void otherEnvironmentIsAnObstacleUnlessTheAddressIsReplaced() {
    HeronIntegration production = theirs("plaid", "https://production.plaid.com", null);

    assertThat(fit(production, false).obstacle().orElseThrow())
        .contains("production.plaid.com", "sandbox.plaid.com");
    assertThat(fit(production, true).obstacle()).isEmpty();
    assertThat(fit(production, true).remarks()).hasSize(1);
  }

  @Test
  void otherProvidersAreAnObstacle() {
    assertThat(fit(theirs("ocrolus", null, null), false).obstacle().orElseThrow())
        .contains("ocrolus");
  }
}
