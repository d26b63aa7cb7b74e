package io.heronbridge.integration.setup;

import java.util.List;

/** What trying both sets of credentials told. */
public record CheckResult(Side plaid, Side heron) {

  /**
   * One side's verdict.
   *
   * @param detail for a person: what is wrong and where to mend it
   * @param remarks what does not make it fail, but should be known
   */
  public record Side(boolean ok, String detail, List<String> remarks) {
    public Side(boolean ok, String detail) {
      this(ok, detail, List.of());
    }
  }
}
