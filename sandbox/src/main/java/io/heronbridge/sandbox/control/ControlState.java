package io.heronbridge.sandbox.control;

import io.heronbridge.sandbox.fault.FaultPlan;
import io.heronbridge.sandbox.heron.HeronSimulator;
import io.heronbridge.sandbox.lender.LenderSimulator;
import io.heronbridge.sandbox.link.LinkFlow;
import io.heronbridge.sandbox.plaid.PlaidSimulator;
import io.heronbridge.sandbox.record.RequestLog;

/** Everything that can be watched and steered. */
public record ControlState(
    FaultPlan faults,
    RequestLog requests,
    PlaidSimulator plaid,
    HeronSimulator heron,
    LinkFlow link,
    LenderSimulator lender) {

  /** As after the start, with the same signing keys. */
  public void reset() {
    faults.clear();
    plaid.clear();
    heron.clear();
    link.clear();
    lender.clear();
    requests.clear();
  }
}
