package io.heronbridge.integration.setup;

/** What trying both sets of credentials told. */
public record CheckResult(Side plaid, Side heron) {

  /**
   * One side's verdict.
   *
   * @param detail one sentence for a person: what is wrong and where to mend it
   */
  public record Side(boolean ok, String detail) {}
}
