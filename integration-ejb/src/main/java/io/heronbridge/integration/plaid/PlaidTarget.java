package io.heronbridge.integration.plaid;

import io.heronbridge.persistence.integration.Integration;
import io.heronbridge.persistence.integration.PlaidEnvironment;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;

/** Whose keys a call to Plaid uses, and where it goes. */
public record PlaidTarget(
    String url, PlaidEnvironment environment, String clientId, Secret secret) {

  public static PlaidTarget of(Integration integration, SecretCipher cipher) {
    return new PlaidTarget(
        integration.plaid().effectiveUrl(),
        integration.plaid().environment(),
        integration.plaid().clientId(),
        integration.plaid().secret(cipher, integration.id()));
  }
}
