package io.heronbridge.integration.plaid;

import static io.heronbridge.persistence.integration.PlaidEnvironment.PRODUCTION;
import static io.heronbridge.persistence.integration.PlaidEnvironment.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.persistence.integration.PlaidEnvironment;
import io.heronbridge.persistence.secret.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {
  private static Optional<String> objection(String token, PlaidEnvironment environment) {
    return AccessTokens.objection(new Secret(token), environment);
  }

  @Test
  void tokenOfTheIntegrationsEnvironmentIsTaken() {
    assertThat(objection("access-sandbox-1234", SANDBOX)).isEmpty();
    assertThat(objection("access-production-1234", PRODUCTION)).isEmpty();
  }

  @Test
  void tokenOfAnotherEnvironmentIsRefusedWithoutBeingQuoted() {
    assertThat(objection("access-sandbox-1234", PRODUCTION).orElseThrow())
        .contains("sandbox", "production")
        .doesNotContain("1234");
    assertThat(objection("access-production-1234", SANDBOX)).isPresent();
    assertThat(objection("access-development-1234", SANDBOX)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"token-of-somebody", "access-1234", "access-test-1234", "access-sandbox-", "x"})
  void tokenThatSaysNothingClearIsLetThrough(String token) {
    assertThat(objection(token, PRODUCTION)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"access-sandbox-1\n2", "access sandbox", "access-sandbox-é"})
  void tokenThatCannotBeOneIsRefused(String token) {
    assertThat(objection(token, SANDBOX)).hasValue("must be visible ASCII characters");
  }
}
