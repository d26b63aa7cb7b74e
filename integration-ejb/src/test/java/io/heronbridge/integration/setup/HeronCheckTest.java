package io.heronbridge.integration.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.heron.HeronAnswer;
import io.heronbridge.integration.heron.HeronAnswer.Answered;
import io.heronbridge.integration.heron.HeronClient;
import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.setup.CheckResult.Side;
import io.heronbridge.persistence.integration.PlaidEnvironment;
import io.heronbridge.persistence.secret.Secret;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeronCheckTest {
  private static final String LINKS = "https://app.herondata.io/api/integrations/itg_1/links";
  private static final String ONE =
      "{\"integrations\":[{\"heron_id\":\"itg_1\",\"name\":\"Acme\",\"type\":\"plaid\","
          + "\"resource\":\"transaction\",\"base_url\":\"https://%s.plaid.com\"}]}";

  private HeronAnswer key = answer(200, "{}");
  private HeronAnswer list = answer(200, ONE.formatted("sandbox"));

  private static Answered answer(int status, String body) {
    return new Answered(status, body, Optional.empty());
  }

  /** Answers the two calls of a check, and no others. */
  private HeronClient heron() {
    return (HeronClient)
        Proxy.newProxyInstance(
            HeronClient.class.getClassLoader(),
            new Class<?>[] {HeronClient.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "authenticate" -> CompletableFuture.completedFuture(key);
                  case "integrations" -> CompletableFuture.completedFuture(list);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private Side check(String linkUrl) {
    CheckDesk.Targets targets =
        new CheckDesk.Targets(
            new PlaidTarget(
                PlaidEnvironment.SANDBOX.host(),
                PlaidEnvironment.SANDBOX,
                "client",
                new Secret("secret")),
            new HeronTarget(
                linkUrl,
                "https://h.example/w",
                new Secret("key"),
                new HeronTarget.Budget("key", 0)),
            null,
            true,
            false,
            Instant.EPOCH);
    return new HeronCheck(heron(), url -> false).check(targets);
  }

  @Test
  void rightKeyAndIntegrationAreFine() {
    Side side = check(LINKS);

    assertThat(side.ok()).isTrue();
    assertThat(side.detail()).contains("has the integration Acme", "not tried");
    assertThat(side.remarks()).isEmpty();
  }

  @Test
  void otherEnvironmentIsWrong() {
    list = answer(200, ONE.formatted("production"));

    assertThat(check(LINKS).ok()).isFalse();
    assertThat(check(LINKS).detail()).contains("reads from production.plaid.com");
  }

  @ParameterizedTest
  @CsvSource({"404, {}", "403, {}", "500, {}", "200, <html>", "200, {}", "200, []"})
  void listThatIsNotToldIsForgiven(int status, String body) {
    list = answer(status, body);

    assertThat(check(LINKS).ok()).isTrue();
    assertThat(check(LINKS).remarks()).hasSize(1);
  }

  @Test
  void heronWithoutACallToTryKeysIsForgiven() {
    key = answer(404, "{}");

    assertThat(check(LINKS).ok()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void refusedKeyIsWrong(int status) {
    key = answer(status, "{}");

    assertThat(check(LINKS).detail()).contains("refuses the API key");
  }

  @Test
  void linkUrlOfUnusualFormIsForgiven() {
    assertThat(check("https://proxy.example/heron-links").ok()).isTrue();
  }

  @Test
  void linkUrlIsComparedWithTheList() {
    assertThat(check(LINKS.replace("itg_1", "itg_2")).detail()).contains("no integration itg_2");
    assertThat(check("https://app.herondata.io").detail()).contains("only Heron's address");
  }
}
