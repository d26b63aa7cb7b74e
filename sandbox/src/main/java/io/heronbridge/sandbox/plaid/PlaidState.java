package io.heronbridge.sandbox.plaid;

import java.util.concurrent.ScheduledExecutorService;

/** Everything the simulated Plaid remembers. */
record PlaidState(
    PlaidSettings settings,
    SigningKeys keys,
    SandboxItems items,
    LinkTokens linkTokens,
    PlaidWebhooks webhooks) {

  static PlaidState fresh(ScheduledExecutorService timer) {
    PlaidSettings settings = new PlaidSettings();
    SigningKeys keys = new SigningKeys();
    return new PlaidState(
        settings,
        keys,
        new SandboxItems(settings),
        new LinkTokens(settings),
        new PlaidWebhooks(timer, keys, settings));
  }
}
