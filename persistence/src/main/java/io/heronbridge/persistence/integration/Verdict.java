package io.heronbridge.persistence.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;

/** What a check told of one side, Plaid's or Heron's. */
@Embeddable
public class Verdict {
  @Column(name = "ok")
  private boolean ok;

  /** For a person: what is wrong and where to mend it. */
  @Column(name = "detail")
  private String detail;

  /** One a line; empty when there are none. */
  @Column(name = "remarks")
  private String remarks;

  protected Verdict() {}

  public Verdict(boolean ok, String detail, List<String> remarks) {
    this.ok = ok;
    this.detail = detail;
    this.remarks = String.join("\n", remarks);
  }

  public boolean isOk() {
    return ok;
  }

  public String detail() {
    return detail;
  }

  public List<String> remarks() {
    return remarks.lines().toList();
  }
}
