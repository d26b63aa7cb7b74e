package io.heronbridge.sandbox.plaid;

/** The one pair of Plaid keys that the sandbox accepts. */
public final class PlaidCredentials {
  public static final String CLIENT_ID = "sandbox-client-id-000001";
  public static final String SECRET = "sandbox-plaid-secret-000001";

  private PlaidCredentials() {}
}
