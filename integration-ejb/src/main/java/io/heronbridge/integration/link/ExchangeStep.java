package io.heronbridge.integration.link;

import io.heronbridge.integration.plaid.PlaidTarget;
import io.heronbridge.persistence.secret.Secret;
import java.util.UUID;

/** What to do next about a public token. */
public sealed interface ExchangeStep {

  /**
   * Ask Plaid: we hold the lease.
   *
   * @param calls times Plaid may have been asked, this time included
   */
  record Ask(UUID claimId, int claimNumber, int calls, PlaidTarget target, Secret publicToken)
      implements ExchangeStep {}

  /** Somebody else is asking Plaid just now. */
  record Wait() implements ExchangeStep {}

  /** Nothing: it is decided. */
  record Settled(ExchangeResult result) implements ExchangeStep {}
}
