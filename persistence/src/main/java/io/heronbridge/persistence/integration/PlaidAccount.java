package io.heronbridge.persistence.integration;

import io.heronbridge.persistence.secret.Purpose;
import io.heronbridge.persistence.secret.Secret;
import io.heronbridge.persistence.secret.SecretCipher;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** The keys of one Plaid client in one environment. */
@Embeddable
public class PlaidAccount {
  @Enumerated(EnumType.STRING)
  @Column(name = "plaid_environment")
  private PlaidEnvironment environment;

  /** Replaces the environment's host; null in production. */
  @Column(name = "plaid_base_url")
  private String baseUrl;

  @Column(name = "plaid_client_id")
  private String clientId;

  @Column(name = "plaid_secret")
  private byte[] sealedSecret;

  @Column(name = "plaid_secret_hint")
  private String secretHint;

  /** Where Heron was when the secret was entered: no other Heron is told it. */
  @Column(name = "plaid_secret_for_heron")
  private String secretForHeron;

  protected PlaidAccount() {}

  public PlaidAccount(PlaidEnvironment environment, String baseUrl, String clientId) {
    this.environment = environment;
    this.baseUrl = baseUrl;
    this.clientId = clientId;
  }

  void keepSecret(SecretCipher cipher, UUID integration, Secret secret, Origin heron) {
    this.sealedSecret = cipher.seal(Purpose.PLAID_SECRET, integration, secret);
    this.secretHint = secret.hint();
    this.secretForHeron = heron.value();
  }

  void keepSecretOf(PlaidAccount earlier) {
    this.sealedSecret = earlier.sealedSecret;
    this.secretHint = earlier.secretHint;
    this.secretForHeron = earlier.secretForHeron;
  }

  public Secret secret(SecretCipher cipher, UUID integration) {
    return cipher.openSecret(Purpose.PLAID_SECRET, integration, sealedSecret);
  }

  boolean maySecretGoTo(Origin heron) {
    return heron.value().equals(secretForHeron);
  }

  public PlaidEnvironment environment() {
    return environment;
  }

  public String baseUrl() {
    return baseUrl;
  }

  /** Where this account's calls go. */
  public String effectiveUrl() {
    return baseUrl == null ? environment.host() : baseUrl;
  }

  public String clientId() {
    return clientId;
  }

  public String secretHint() {
    return secretHint;
  }
}
