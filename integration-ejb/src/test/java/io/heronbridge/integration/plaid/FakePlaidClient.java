package io.heronbridge.integration.plaid;

import io.heronbridge.integration.plaid.PlaidException.Kind;
import io.heronbridge.persistence.secret.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Plaid's key endpoint, in memory. */
final class FakePlaidClient implements PlaidClient {
  final Map<String, VerificationKey> keys = new HashMap<>();
  final AtomicInteger fetches = new AtomicInteger();
  boolean down;

  @Override
  public VerificationKey verificationKey(PlaidTarget target, String keyId) {
    fetches.incrementAndGet();
    if (down) {
      throw new PlaidException(Kind.DOWN, "key", null, null, "down");
    }
    VerificationKey key = keys.get(keyId);
    if (key == null) {
      throw new PlaidException(
          Kind.REFUSED, "key", "INVALID_WEBHOOK_VERIFICATION_KEY_ID", "r1", "unknown");
    }
    return key;
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
