package io.heronbridge.integration.link;

import io.heronbridge.integration.item.ItemView;
import java.time.Duration;
import java.util.Optional;

/** How an exchange ended, for the caller to act on. */
public sealed interface ExchangeResult {

  /** The item, its access token and its submission to Heron are durable. */
  record Exchanged(ItemView item) implements ExchangeResult {}

  /** The same public token had been exchanged before; nothing was done twice. */
  record AlreadyExchanged(ItemView item) implements ExchangeResult {}

  /** The end user already has this bank; nothing was exchanged. */
  record Duplicate(ItemView existing) implements ExchangeResult {}

  /** The public token is being, or was, exchanged for somebody else. */
  record BelongsToAnother() implements ExchangeResult {}

  /** Plaid refused the public token. */
  record Refused(String errorCode, Optional<String> requestId) implements ExchangeResult {}

  /** Plaid may have exchanged it, but the access token never reached us: connect again. */
  record Lost(Optional<String> requestId) implements ExchangeResult {}

  /** Not now; the same call may be repeated and goes on where this one stopped. */
  record Unavailable(int httpStatus, String message, Duration retryAfter)
      implements ExchangeResult {}
}
