package io.heronbridge.sandbox.heron;

/** What the sandbox's Heron account is made of. */
public final class HeronCredentials {
  public static final String API_KEY = "key_5a6b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b";
  public static final String INTEGRATION = "itg_sandbox";
  public static final String WEBHOOK_SECRET = "sec_sandbox0123456789abcdef";

  private HeronCredentials() {}
}
