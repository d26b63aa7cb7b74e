package io.heronbridge.integration.link;

import java.time.Instant;

/** A link token for the browser, and when it expires by Plaid's word. */
public record LinkTokenView(String linkToken, Instant expiration) {
  @Override
  public String toString() {
    return "link-token(hidden) until " + expiration;
  }
}
