package io.heronbridge.integration.plaid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;

/** Gives the whole node one verifier, and so one memory of Plaid's keys. */
@ApplicationScoped
class Verification {
  @Inject PlaidClient plaid;
  @Inject Clock clock;

  private WebhookVerifier verifier;

  @Produces
  synchronized WebhookVerifier verifier() {
    if (verifier == null) {
      verifier = new WebhookVerifier(new VerificationKeys(plaid, clock), clock);
    }
    return verifier;
  }
}
