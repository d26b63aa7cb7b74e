package io.heronbridge.benchmarks.micro;

import io.heronbridge.integration.plaid.ItemReading;
import io.heronbridge.integration.plaid.PlaidClient;
import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.integration.plaid.VerificationKeys;
import io.heronbridge.integration.plaid.WebhookVerdict;
import io.heronbridge.integration.plaid.WebhookVerifier;
import io.heronbridge.persistence.integration.PlaidEnvironment;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.sandbox.plaid.SigningKey;
import io.heronbridge.sandbox.plaid.SigningKeys;
import io.heronbridge.sandbox.plaid.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A webhook of 1 KB whose key is cached, at a clock that stands still. */
@State(Scope.Benchmark)
public class WebhookVerification {
  private static final int SIZE = 1024;

  private final byte[] body = "x".repeat(SIZE).getBytes(StandardCharsets.US_ASCII);
  private PlaidTarget target;
  private WebhookVerifier verifier;
  private List<String> proper;
  private List<String> forged;

  @Setup
  public void sign() {
    Instant now = Instant.parse("2026-11-22T10:00:00Z");
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    SigningKey key = new SigningKeys().current();
    target =
        new PlaidTarget(
            "http://127.0.0.1", PlaidEnvironment.SANDBOX, "client", new Secret("secret"));
    verifier = new WebhookVerifier(new VerificationKeys(new OneKey(key), clock), clock);
    proper = List.of(WebhookSigner.sign(body, key, now));
    forged = List.of(WebhookSigner.sign("other".getBytes(StandardCharsets.US_ASCII), key, now));
    if (!(verifier.verify(target, proper, body) instanceof WebhookVerdict.Genuine)) {
      throw new IllegalStateException("a proper webhook is refused");
    }
  }

  @Benchmark
  public WebhookVerdict properWebhook() {
    return verifier.verify(target, proper, body);
  }

  @Benchmark
  public WebhookVerdict webhookOfAnotherBody() {
    return verifier.verify(target, forged, body);
  }

  /** A Plaid that knows one key and nothing else. */
  private record OneKey(SigningKey key) implements PlaidClient {
    @Override
    public VerificationKey verificationKey(PlaidTarget target, String keyId) {
      var jwk = key.toJwk();
      return new VerificationKey(
          key.id(),
          jwk.get("kty").getAsString(),
          jwk.get("crv").getAsString(),
          jwk.get("alg").getAsString(),
          jwk.get("use").getAsString(),
          jwk.get("x").getAsString(),
          jwk.get("y").getAsString(),
          false);
    }

    @Override
    public LinkToken createLinkToken(PlaidTarget target, LinkTokenOrder order) {
      throw new UnsupportedOperationException();
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
}
