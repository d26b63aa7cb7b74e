package io.heronbridge.persistence.integration;

/** Plaid's two environments; Development was switched off in June 2024. */
public enum PlaidEnvironment {
  SANDBOX("https://sandbox.plaid.com"),
  PRODUCTION("https://production.plaid.com");

  private final String host;

  PlaidEnvironment(String host) {
    this.host = host;
  }

  /** The base URL of the environment, without a final slash. */
  public String host() {
    return host;
  }
}
