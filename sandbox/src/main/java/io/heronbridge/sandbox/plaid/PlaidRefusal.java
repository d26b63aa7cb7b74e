package io.heronbridge.sandbox.plaid;

/** Ends a call with an error of Plaid's. */
public final class PlaidRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient PlaidError error;

  public PlaidRefusal(PlaidError error) {
    super(error.code() + ": " + error.message(), null, false, false);
    this.error = error;
  }

  public PlaidError error() {
    return error;
  }
}
