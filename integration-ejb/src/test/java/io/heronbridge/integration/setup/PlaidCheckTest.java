package io.heronbridge.integration.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.integration.heron.HeronTarget;
import io.heronbridge.integration.plaid.ItemReading;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.integration.plaid.PlaidException;
import io.heronbridge.integration.plaid.PlaidException.Kind;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.plaid.Refusals;
import io.heronbridge.integration.setup.CheckResult.Side;
import io.heronbridge.persistence.integration.PlaidEnvironment;
import io.heronbridge.persistence.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaidCheckTest {
  private static final String PUBLIC = "https://bridge.acme.example";

  private final FakePlaid plaid = new FakePlaid();

  /** Refuses as told; knows the keys in one environment. */
  private static final class FakePlaid implements PlaidClient {
    PlaidException refusal;
    PlaidEnvironment home;

    @Override
    public LinkToken createLinkToken(PlaidTarget target, LinkTokenOrder order) {
      if (refusal != null) {
        throw refusal;
      }
      return new LinkToken("link", Instant.EPOCH, "r1");
    }

    @Override
    public VerificationKey verificationKey(PlaidTarget target, String keyId) {
      throw target.environment() == home && target.url().equals(home.host())
          ? Refusals.of(Kind.REFUSED, "INVALID_WEBHOOK_VERIFICATION_KEY_ID", "no such key")
          : Refusals.of(Kind.KEYS_REFUSED, "INVALID_API_KEYS", "no");
    }

    @Override
    public ExchangedItem exchange(PlaidTarget target, Secret publicToken) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void removeItem(PlaidTarget target, Secret accessToken) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void updateWebhook(PlaidTarget target, Secret accessToken, String url) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ItemReading readItem(PlaidTarget target, Secret accessToken) {
      throw new UnsupportedOperationException();
    }
  }

  private Side check(PlaidEnvironment environment, boolean overridden, String publicUrl) {
    CheckDesk.Targets targets =
        new CheckDesk.Targets(
            new PlaidTarget(environment.host(), environment, "client", new Secret("secret")),
            new HeronTarget(
                "https://h.example/links",
                "https://h.example/w",
                new Secret("key"),
                new HeronTarget.Budget("key", 0)),
            new PlaidClient.LinkTokenOrder(
                "Acme",
                "1",
                List.of("transactions"),
                List.of("US"),
                "en",
                730,
                "https://b.example",
                Optional.empty(),
                Optional.empty()),
            true,
            overridden,
            Instant.EPOCH);
    return new PlaidCheck(plaid, publicUrl).check(targets);
  }

  @Test
  void acceptedSettingsAreFine() {
    Side side = check(PlaidEnvironment.SANDBOX, false, PUBLIC);

    assertThat(side.ok()).isTrue();
    assertThat(side.remarks()).isEmpty();
  }

  @Test
  void secretOfTheOtherEnvironmentIsRecognised() {
    plaid.refusal = Refusals.of(Kind.KEYS_REFUSED, "INVALID_API_KEYS", "invalid secret");
    plaid.home = PlaidEnvironment.PRODUCTION;

    assertThat(check(PlaidEnvironment.SANDBOX, false, PUBLIC).detail())
        .contains("is that of production", "choose production here");
  }

  @Test
  void keysOfNowhereAreToBeComparedWithTheDashboard() {
    plaid.refusal = Refusals.of(Kind.KEYS_REFUSED, "INVALID_API_KEYS", "invalid secret");

    assertThat(check(PlaidEnvironment.SANDBOX, false, PUBLIC).detail())
        .contains("client_id or the secret", "Team Settings, Keys", "sandbox");
  }

  @Test
  void keysNeverGoElsewhereWhenTheAddressIsReplaced() {
    plaid.refusal = Refusals.of(Kind.KEYS_REFUSED, "INVALID_API_KEYS", "invalid secret");
    plaid.home = PlaidEnvironment.PRODUCTION;

    assertThat(check(PlaidEnvironment.SANDBOX, true, PUBLIC).detail())
        .doesNotContain("choose production");
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_FIELD, OAuth redirect URI must be configured in the developer dashboard, Allowed redirect",
    "INVALID_FIELD, country_codes must be enabled, Link Customization",
    "INVALID_FIELD, webhook must be a URL, public URL",
    "INVALID_FIELD, moon must be full, moon must be full",
    "INVALID_PRODUCT, product not enabled, 'Team Settings, Products'",
    "INVALID_LINK_CUSTOMIZATION, no use case, Data Transparency",
    "UNAUTHORIZED_ENVIRONMENT, no, may not be used in sandbox",
    "SOMETHING_NEW, no, SOMETHING_NEW"
  })
  void everyRefusalSaysWhereToMendIt(String code, String said, String expected) {
    plaid.refusal = Refusals.of(Kind.REFUSED, code, said);

    Side side = check(PlaidEnvironment.SANDBOX, false, PUBLIC);

    assertThat(side.ok()).isFalse();
    assertThat(side.detail())
        .contains(expected)
        .endsWith(side.detail().contains("moon") ? "" : ".");
  }

  @Test
  void addressThatPlaidCannotReachIsARemark() {
    assertThat(check(PlaidEnvironment.SANDBOX, false, "http://localhost:8080").remarks())
        .singleElement()
        .asString()
        .contains("http://localhost:8080");
    assertThat(check(PlaidEnvironment.PRODUCTION, true, "http://bridge.example").remarks())
        .singleElement()
        .asString()
        .contains("must begin with https");
    assertThat(check(PlaidEnvironment.SANDBOX, true, "http://localhost:8080").remarks()).isEmpty();
    assertThat(check(PlaidEnvironment.SANDBOX, false, "http://localhost:8080").ok()).isTrue();
  }
}
