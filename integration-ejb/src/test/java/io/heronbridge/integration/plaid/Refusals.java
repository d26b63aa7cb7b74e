package io.heronbridge.integration.plaid;

import io.heronbridge.integration.plaid.PlaidException.Kind;

/** Plaid's refusals, for tests of those who hear them. */
public final class Refusals {
  private Refusals() {}

  public static PlaidException of(Kind kind, String code, String message) {
    return new PlaidException(kind, "/link/token/create", code, "r1", message);
  }
}
